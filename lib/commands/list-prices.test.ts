import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { PAIR_TABLE_IDS } from "@/lib/domain/pair-table";
import { MEASUREMENTS_DIRECTORY } from "@/lib/runtime/measurements-directory";
import shown from "@/lib/view/shared/list-prices.json";
import { PRICE_PRESETS } from "@/lib/view/shared/price-presets";
import { listPrices, pricePresets } from "./list-prices";

const namesOf = (table: string): string[] =>
  JSON.parse(readFileSync(join(MEASUREMENTS_DIRECTORY, `pairs/${table}-outcomes.json`), "utf8")).models.map(
    ({ name }: { name: string }) => name,
  );

it("is what pages show: run `npm run list-prices` when the pinned version changes", () => {
  expect(shown).toEqual(listPrices());
  expect(PRICE_PRESETS).toEqual(pricePresets());
});

it("prices models of the tables alone, and none whose price would be another model's", () => {
  const names = PAIR_TABLE_IDS.flatMap(namesOf);
  const priced = Object.keys(listPrices().models);
  expect(priced.filter((name) => !names.includes(name))).toEqual([]);
  for (const name of ["deepseek-chat", "command-r", "gemini-1.5-pro-exp-0801", "Meta-Llama-3.1-70B-Instruct"]) {
    expect(names).toContain(name);
    expect(priced).not.toContain(name);
  }
});
