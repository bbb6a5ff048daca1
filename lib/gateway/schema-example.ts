import type { JSONSchema7, JSONSchema7Definition, JSONValue } from "@ai-sdk/provider";

/** Deeper than any schema that an answer is held to; a schema that refers to itself ends there. */
const DEEPEST = 8;
/** Lists in lists multiply: whatever a schema demands, an example has so many values and letters at most. */
const MOST_VALUES = 1000;
const MOST_LETTERS = 1000;

const isObject = <Value>(value: Value): value is Value & object => typeof value === "object" && value !== null;
/** A schema comes from outside: what should be a number may be anything. */
const atMost = (value: unknown, most: number): number =>
  typeof value === "number" && value > 0 ? Math.min(Math.floor(value), most) : 0;

/**
 * The plainest value of a JSON schema: required properties only, the first of an enumeration or of alternatives, the least
 * number, the shortest list. References within the schema are followed; where it is none, null stands in its place.
 */
export function exampleOf(schema: JSONSchema7): JSONValue {
  let values = 0;
  const visit = (definition: JSONSchema7Definition | undefined, depth: number): JSONValue => {
    if (!isObject(definition) || depth > DEEPEST || ++values > MOST_VALUES) return null;
    const { $ref, const: constant, enum: choices, anyOf, oneOf, allOf } = definition;
    if ($ref !== undefined) return visit(resolve(schema, $ref), depth + 1);
    if (constant !== undefined) return toValue(constant);
    if (choices !== undefined) return toValue(choices?.[0]);
    const alternative = anyOf?.[0] ?? oneOf?.[0] ?? allOf?.[0];
    if (alternative !== undefined) return visit(alternative, depth + 1);
    const type = Array.isArray(definition.type) ? definition.type[0] : definition.type;
    switch (type) {
      case "string":
        return "simulated".padEnd(atMost(definition.minLength, MOST_LETTERS), ".").slice(0, definition.maxLength);
      case "number":
      case "integer":
        return definition.minimum ?? Math.min(0, definition.maximum ?? 0);
      case "boolean":
        return false;
      case "array": {
        const item = Array.isArray(definition.items) ? definition.items[0] : definition.items;
        return Array.from({ length: atMost(definition.minItems, 100) }, () => visit(item, depth + 1));
      }
      case "null":
        return null;
      default: {
        const { properties, required } = definition;
        const names = Array.isArray(required) ? required.filter((name) => typeof name === "string") : [];
        return Object.fromEntries(names.map((name) => [name, visit(ownOf(properties, name), depth + 1)]));
      }
    }
  };
  return visit(schema, 0);
}

/** `#/$defs/name` and `#/definitions/name`; nothing outside the schema is ever fetched. */
function resolve(schema: JSONSchema7, reference: string): JSONSchema7Definition | undefined {
  const [, name = ""] = /^#\/(?:\$defs|definitions)\/([^/]+)$/.exec(String(reference)) ?? [];
  return ownOf(schema.$defs, name) ?? ownOf(schema.definitions, name);
}

/** Not what every object has, such as `constructor`. */
const ownOf = <Value>(values: Readonly<Record<string, Value>> | undefined, name: string): Value | undefined =>
  isObject(values) && Object.hasOwn(values, name) ? values[name] : undefined;

/** A constant of a schema came out of JSON, and is such a value again. */
const toValue = (constant: unknown): JSONValue => JSON.parse(JSON.stringify(constant ?? null));
