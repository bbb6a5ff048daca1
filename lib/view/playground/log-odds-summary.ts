import type { ExplanationPart, PartGroup } from "@/lib/domain/router-explanation";

/** What one learned number of the encoder adds to the log-odds, by what was read off the prompt. */
export type LogOddsRow = {
  readonly group: PartGroup;
  readonly words: number;
  readonly pieces: number;
  readonly hand: number;
  /** Of a kind of prompt as such, and what a score's limits cut off. */
  readonly other: number;
  readonly total: number;
};

type NamedSummand = { readonly name: string; readonly value: number };

export type LogOddsSummary = {
  /** In the order of the parts; constants of the learned numbers are in the first row, `level`. */
  readonly rows: readonly LogOddsRow[];
  /** Hand features over all rows, by size of what they add; those that add nothing are left out. */
  readonly features: readonly NamedSummand[];
  /** Of all rows: the log-odds of the win rate. */
  readonly total: number;
};

const sum = (parts: readonly ExplanationPart[]): number => parts.reduce((total, { value }) => total + value, 0);

/** Sums the parts of a log-odds up for people. */
export function summarizeLogOdds(parts: readonly ExplanationPart[]): LogOddsSummary {
  const placed = parts.map((part) =>
    part.kind === "constant" && part.group !== "scale" ? { ...part, group: "level" as const } : part,
  );
  const groups = [...new Set(placed.map(({ group }) => group))];
  const rows = groups.map((group): LogOddsRow => {
    const own = placed.filter((part) => part.group === group);
    const of = (kind: ExplanationPart["kind"]) => sum(own.filter((part) => part.kind === kind));
    const [words, pieces, hand] = [of("words"), of("pieces"), of("hand")];
    const total = sum(own);
    return { group, words, pieces, hand, other: of("constant") + of("limit"), total };
  });
  const features = new Map<string, number>();
  for (const { kind, name, value } of parts) if (kind === "hand") features.set(name, (features.get(name) ?? 0) + value);
  return {
    rows,
    features: [...features]
      .map(([name, value]) => ({ name, value }))
      .filter(({ value }) => value !== 0)
      .toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value)),
    total: sum(placed),
  };
}

/** What each learned number stands for. */
export const GROUP_LABELS: Readonly<Record<PartGroup, string>> = {
  level: "Prompts of this kind",
  preference: "Preference for strong answers",
  demand: "Demand on a model",
  gain: "Gain on such questions",
  difficulty: "Difficulty for all models",
  size: "Size of the problem",
  wording: "Wording of the problem",
  scale: "Fit to frequencies",
};
