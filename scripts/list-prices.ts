import { writeFileSync } from "node:fs";
import { listPrices } from "@/lib/server/list-prices";

// Writes the part of the price list that pages show; run it when the pinned version changes.
writeFileSync("lib/explorer/list-prices.json", `${JSON.stringify(listPrices(), null, 2)}\n`);
