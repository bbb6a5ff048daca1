import type { TokenPrice } from "@/lib/calibration/money";
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

/** Reads dollars per million tokens: one figure for prompt and answer alike, or `IN,OUT`. @throws RoutingError naming it. */
export const tokenPriceArgument =
  (parameter: string, { minimum, maximum }: { readonly minimum: number; readonly maximum: number }) =>
  (text: string): TokenPrice => {
    const figures = text.split(",").map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
    const [input = Number.NaN, output = input] = figures;
    const isWithin = [input, output].every((figure) => figure >= minimum && figure <= maximum);
    if (figures.length <= 2 && isWithin) return { inputPerMillion: input, outputPerMillion: output };
    throw new RoutingError({
      code: "invalid_argument",
      parameter,
      message: `must be a number from ${minimum} to ${maximum.toLocaleString("en-US")}, or two (such as 2.5,10) for prompt and answer, but it was "${text}".`,
    });
  };
