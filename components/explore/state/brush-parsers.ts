import { createParser } from "nuqs/server";
import { isRegret, type Regret } from "@/lib/evaluation/regret";
import { formatRange, parseRange, type WinRateRange } from "@/lib/view/explore/brush";

/** `?regret=lost`; anything unknown picks nothing. */
export const regretParser = createParser({
  parse: (text: string): Regret | null => (isRegret(text) ? text : null),
  serialize: (regret: Regret) => regret,
});

/** `?range=0.55-0.6`: win rates of the selected router; anything else picks nothing. */
export const rangeParser = createParser({
  parse: parseRange,
  serialize: formatRange,
  eq: (left: WinRateRange, right: WinRateRange) => left.from === right.from && left.to === right.to,
});
