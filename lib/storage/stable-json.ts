/**
 * JSON on one line, ended by a line feed, in which the same value always gives the same bytes: object keys stand in
 * code-unit order, numbers in JavaScript's shortest form that reads back exactly.
 * @throws TypeError on what JSON would silently change: NaN, infinities, undefined, functions, typed arrays, Map, Set.
 */
export function stableJson(value: unknown): string {
  return `${JSON.stringify(value, replaceValue)}\n`;
}

function replaceValue(key: string, value: unknown): unknown {
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "number":
      if (Number.isFinite(value)) {
        return value;
      }
      break;
    case "object":
      if (value === null || Array.isArray(value)) {
        return value;
      }
      if (Object.getPrototypeOf(value) === Object.prototype) {
        return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
      }
  }
  throw new TypeError(`"${key}" holds ${kindOf(value)}, which JSON cannot carry unchanged`);
}

const kindOf = (value: unknown): string =>
  typeof value === "object" && value !== null ? value.constructor.name : String(value);
