import type { JSONSchema7, JSONSchema7Definition, JSONValue } from "@ai-sdk/provider";

/** Deeper than any schema that an answer is held to; a schema that refers to itself ends there. */
const DEEPEST = 8;

/**
 * The plainest value of a JSON schema: required properties only, the first of an enumeration or of alternatives, the least
 * number, the shortest list. References within the schema are followed.
 */
export function exampleOf(schema: JSONSchema7): JSONValue {
  const visit = (definition: JSONSchema7Definition | undefined, depth: number): JSONValue => {
    if (definition === undefined || typeof definition === "boolean" || depth > DEEPEST) return null;
    const { $ref, const: constant, enum: values, anyOf, oneOf, allOf } = definition;
    if ($ref !== undefined) return visit(resolve(schema, $ref), depth + 1);
    if (constant !== undefined) return toValue(constant);
    if (values !== undefined) return toValue(values[0]);
    const alternative = anyOf?.[0] ?? oneOf?.[0] ?? allOf?.[0];
    if (alternative !== undefined) return visit(alternative, depth + 1);
    const type = Array.isArray(definition.type) ? definition.type[0] : definition.type;
    switch (type) {
      case "string":
        return "simulated".padEnd(definition.minLength ?? 0, ".").slice(0, definition.maxLength);
      case "number":
      case "integer":
        return definition.minimum ?? Math.min(0, definition.maximum ?? 0);
      case "boolean":
        return false;
      case "array": {
        const item = Array.isArray(definition.items) ? definition.items[0] : definition.items;
        return Array.from({ length: Math.min(definition.minItems ?? 0, 100) }, () => visit(item, depth + 1));
      }
      case "null":
        return null;
      default: {
        const { properties = {}, required = [] } = definition;
        return Object.fromEntries(required.map((name: string) => [name, visit(properties[name], depth + 1)]));
      }
    }
  };
  return visit(schema, 0);
}

/** `#/$defs/name` and `#/definitions/name`; nothing outside the schema is ever fetched. */
function resolve(schema: JSONSchema7, reference: string): JSONSchema7Definition | undefined {
  const [, name = ""] = /^#\/(?:\$defs|definitions)\/([^/]+)$/.exec(reference) ?? [];
  return schema.$defs?.[name] ?? schema.definitions?.[name];
}

/** A constant of a schema came out of JSON, and is such a value again. */
const toValue = (constant: unknown): JSONValue => JSON.parse(JSON.stringify(constant ?? null));
