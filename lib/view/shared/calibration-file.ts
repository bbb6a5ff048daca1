import { forEveryRouter } from "@/lib/domain/for-every-router";
import { ROUTER_IDS, type RouterId } from "@/lib/domain/router-id";
import type { GivenAlpha, SortedWinRates } from "./router-alpha";

import type { MeasuredBins } from "./win-rate-parts";

/** What pages know of the routers as they are calibrated: each one's α for a share, and the words for its win rates. */
export type Calibrations = {
  /** (n) What each router is calibrated on, ascending; empty for one with a fixed α or none. */
  readonly samples: Readonly<Record<RouterId, SortedWinRates>>;
  /** α of routers that take it from no sample: a fixed one, or the table of a saved calibration. */
  readonly given: Readonly<Partial<Record<RouterId, GivenAlpha>>>;
  /** What their win rates stand for. */
  readonly bins: MeasuredBins;
};

/** Win rates of the artifacts have six decimals. */
const SCALE = 1_000_000;

/** Millionths, each less the one before; or the numbers themselves, where they have more decimals. */
type PackedNumbers = { readonly steps: readonly number[] } | { readonly numbers: readonly number[] };

/** The file that pages load the calibrations from, as JSON. */
type CalibrationFile = {
  readonly samples: Readonly<Partial<Record<RouterId, PackedNumbers>>>;
  readonly given: Readonly<Partial<Record<RouterId, number | PackedNumbers>>>;
  readonly bins: MeasuredBins;
};

function pack(numbers: readonly number[]): PackedNumbers {
  const millionths = numbers.map((number) => Math.round(number * SCALE));
  if (millionths.some((whole, index) => whole / SCALE !== numbers[index])) return { numbers };
  return { steps: millionths.map((whole, index) => whole - (millionths[index - 1] ?? 0)) };
}

function unpack(packed: PackedNumbers): readonly number[] {
  if ("numbers" in packed) return packed.numbers;
  let whole = 0;
  return packed.steps.map((step) => {
    whole += step;
    return whole / SCALE;
  });
}

/** @returns text from which {@link parseCalibrations} reads the very same numbers. */
export function formatCalibrations({ samples, given, bins }: Calibrations): string {
  const packed: CalibrationFile = {
    samples: forEveryRouter((id) => pack(samples[id])),
    given: Object.fromEntries(
      ROUTER_IDS.flatMap((id) => {
        const alpha = given[id];
        return alpha === undefined ? [] : [[id, typeof alpha === "number" ? alpha : pack(alpha)]];
      }),
    ),
    bins,
  };
  return JSON.stringify(packed);
}

/** Reads what {@link formatCalibrations} wrote, on this very server. */
export function parseCalibrations(text: string): Calibrations {
  const { samples, given, bins }: CalibrationFile = JSON.parse(text);
  return {
    samples: forEveryRouter((id) => unpack(samples[id] ?? { numbers: [] })),
    given: Object.fromEntries(
      Object.entries(given).map(([id, alpha]) => [id, typeof alpha === "number" ? alpha : unpack(alpha)]),
    ),
    bins,
  };
}
