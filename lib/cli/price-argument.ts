import { RoutingError } from "@/lib/domain/routing-error";
import type { ModelPrice } from "@/lib/gateway/model-prices";

const PATTERN = /^(.+)=(\d+(?:\.\d+)?),(\d+(?:\.\d+)?)$/;

/** Reads one more `provider/model=IN,OUT`, in dollars per million tokens. */
export function addPrice(
  text: string,
  before: ReadonlyMap<string, ModelPrice> = new Map(),
): ReadonlyMap<string, ModelPrice> {
  const [, id = "", input, output] = PATTERN.exec(text.trim()) ?? [];
  if (input === undefined || output === undefined || before.has(id)) {
    throw new RoutingError({
      code: "invalid_argument",
      parameter: "--price",
      message: `must be provider/model=IN,OUT in dollars per million tokens, once a model (for example openai/gpt-4o=2.5,10), but it was "${text}".`,
    });
  }
  return new Map([...before, [id, { input: Number(input), output: Number(output) }]]);
}
