import { isBenchmarkId, VIEW_INFO, type ViewId } from "@/lib/domain/benchmark";
import { type ModelPair, PAPER_PAIR } from "@/lib/domain/model-pair";
import { isPairTableId, PAIR_TABLE_INFO } from "@/lib/domain/pair-table";
import { quoted, unusableInWords } from "@/lib/view/shared/address-problem";

/** Two models as an address names them; null for what it leaves out. */
type NamedPair = { readonly strong: string | null; readonly weak: string | null };

export type LinkedPair = {
  /** By the opened table's own names, as far as it knows them; null for the pair that the routers were trained for. */
  readonly pair: ModelPair | null;
  /** Why it is not the one that the address names; null where it is, or where only the table can tell. */
  readonly problem: string | null;
};

export const pairInWords = ({ strong, weak }: ModelPair): string => `${strong} over ${weak}`;

/** What an address says of a pair: `strong=“gpt-9” and weak=“gpt-8”`. */
export const pairAsked = ({ strong, weak }: NamedPair): string =>
  [strong === null ? null : `strong=${quoted(strong)}`, weak === null ? null : `weak=${quoted(weak)}`]
    .filter((part) => part !== null)
    .join(" and ");

const isPaperPair = ({ strong, weak }: ModelPair): boolean =>
  strong.toLowerCase() === PAPER_PAIR.strong && weak.toLowerCase() === PAPER_PAIR.weak;

/** The pair that a view opens for the models in its address. MMLU-Pro and MATH have none of the paper's; GSM8K has both. */
export function linkedPair(view: ViewId, named: NamedPair): LinkedPair {
  const { strong, weak } = named;
  const standard = isBenchmarkId(view) || !isPairTableId(view) ? null : PAIR_TABLE_INFO[view].pair;
  if (strong === null && weak === null) return { pair: standard, problem: null };
  const shown = `${pairInWords(standard ?? PAPER_PAIR)} is shown`;
  const instead = (but: string): LinkedPair => ({
    pair: standard,
    problem: unusableInWords({ says: pairAsked(named), but, shown }),
  });
  if (strong === null || weak === null) return instead("a pair takes both a strong and a weak model");
  if (isBenchmarkId(view) && isPaperPair({ strong, weak })) return { pair: null, problem: null };
  if (isPairTableId(view)) return { pair: { strong, weak }, problem: null };
  return instead(`${VIEW_INFO[view].label} has outcomes of one pair of models alone`);
}
