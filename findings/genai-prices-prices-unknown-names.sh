#!/usr/bin/env bash
# @pydantic/genai-prices 0.1.8 (npm). Its README: "When a model or provider is not found, the library returns null." For
# many models a rule decides by the beginning or any part of a name, so a name that the catalogue does not hold gets the
# price of another model instead:
#   - google/gemini-1.5-flash-8b, a smaller model that was sold at half the price, costs what gemini-1.5-flash costs,
#   - google/gemini-1.5-pro-exp-0801, an experimental version without a price, costs what gemini-1.5-pro costs,
#   - mistral/mixtral-8x7b-anything and google/my-gemini-1.5-pro-tuned, which nobody sells, have a price.
# Rules of other models want the whole name: openai/gpt-4o-anything is null. Compare `model.id` and `model.match` of the
# answer with the name before the sum is believed.
#
# Output seen on Node 20.20 (asked -> priced as):
#   gemini-1.5-flash-8b -> gemini-1.5-flash; gemini-1.5-pro-exp-0801 -> gemini-1.5-pro;
#   mixtral-8x7b-anything -> mixtral-8x7b; my-gemini-1.5-pro-tuned -> gemini-1.5-pro; gpt-4o-anything -> null
# Fails if that changes. Needs the npm registry.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{"private":true,"type":"module"}' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @pydantic/genai-prices@0.1.8
cat >ask.mjs <<'PROGRAM'
import { calcPrice } from "@pydantic/genai-prices";

const usage = { input_tokens: 1000, output_tokens: 1000 };
const timestamp = new Date("2026-09-23T12:00:00Z");
const asked = [
  ["google", "gemini-1.5-flash-8b"],
  ["google", "gemini-1.5-pro-exp-0801"],
  ["mistral", "mixtral-8x7b-anything"],
  ["google", "my-gemini-1.5-pro-tuned"],
  ["openai", "gpt-4o-anything"],
];
for (const [providerId, model] of asked) {
  console.log(`${model} -> ${calcPrice(usage, model, { providerId, timestamp })?.model.id ?? "null"}`);
}
PROGRAM
seen=$(node ask.mjs)
echo "$seen"
test "$seen" = "gemini-1.5-flash-8b -> gemini-1.5-flash
gemini-1.5-pro-exp-0801 -> gemini-1.5-pro
mixtral-8x7b-anything -> mixtral-8x7b
my-gemini-1.5-pro-tuned -> gemini-1.5-pro
gpt-4o-anything -> null"
