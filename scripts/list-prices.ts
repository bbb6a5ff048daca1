import { writeFileSync } from "node:fs";
import { listPrices, pricePresets } from "@/lib/commands/list-prices";

// Writes the part of the price list that pages show; run it when the pinned version changes.
const write = (name: string, content: unknown) =>
  writeFileSync(`lib/view/shared/${name}.json`, `${JSON.stringify(content, null, 2)}\n`);
write("list-prices", listPrices());
write("price-presets", pricePresets());
