import { expect, it } from "vitest";
import { formatModelName, parseModelName } from "./model-name";
import { toThreshold } from "./threshold";

it("writes five decimals and reads them back", () => {
  expect(formatModelName({ router: "mf", threshold: toThreshold(0.115934) })).toBe("router-mf-0.11593");
  expect(formatModelName({ router: "sw_ranking", threshold: toThreshold(1) })).toBe("router-sw_ranking-1.00000");
  expect(parseModelName("router-sw_ranking-0.21500")).toEqual({ router: "sw_ranking", threshold: 0.215 });
  expect(parseModelName("router-mf-0")).toEqual({ router: "mf", threshold: 0 });
  expect(parseModelName("router-mf-.5").threshold).toBe(0.5);
});

it.each([
  "",
  "mf-0.5",
  "router-mf",
  "router-mf-",
  "router-gpt-0.5",
  "router-mf-1.5",
  "router-mf--0.1",
  "router-mf-.",
  "router-mf-1e-1",
])("refuses %j and says what would be right", (name) => {
  expect(() => parseModelName(name)).toThrow("router-mf-0.11593");
});
