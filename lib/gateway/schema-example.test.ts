import { describe, expect, it } from "vitest";
import { exampleOf } from "./schema-example";

describe("exampleOf", () => {
  it("gives what a schema requires and nothing else", () => {
    const example = exampleOf({
      type: "object",
      properties: {
        city: { type: "string" },
        days: { type: "integer", minimum: 1 },
        unit: { enum: ["celsius", "kelvin"] },
        exact: { type: "boolean" },
        stations: { type: "array", minItems: 2, items: { type: ["number", "null"], maximum: -5 } },
        never: { type: "string" },
      },
      required: ["city", "days", "unit", "exact", "stations"],
    });
    expect(example).toEqual({ city: "simulated", days: 1, unit: "celsius", exact: false, stations: [-5, -5] });
  });

  it("follows references within the schema and ends where they run in a circle", () => {
    const node = { type: "object", properties: { next: { $ref: "#/definitions/node" } }, required: ["next"] } as const;
    let example: unknown = exampleOf({
      $ref: "#/definitions/node",
      definitions: { node: { ...node, required: ["next"] } },
    });
    let depth = 0;
    for (; example !== null && typeof example === "object" && "next" in example; depth++) example = example.next;
    expect(example).toBeNull();
    expect(depth).toBeLessThan(10);
  });

  it("takes the first of alternatives, and null for what it does not know", () => {
    expect(exampleOf({ anyOf: [{ const: 3 }, { type: "string" }] })).toBe(3);
    expect(exampleOf({ $ref: "https://elsewhere.example/schema.json" })).toBeNull();
    expect(exampleOf({ type: "string", minLength: 12, maxLength: 12 })).toHaveLength(12);
  });
});
