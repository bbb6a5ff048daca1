import type { BenchmarkId } from "@/lib/domain/benchmark";

/** One router of the paper on one benchmark: CPT50 and CPT80 (shares of strong calls) and APGR. */
export type PublishedRouter = {
  readonly name: string;
  readonly cpt50: number;
  readonly cpt80: number;
  readonly apgr: number;
};

/** What the routers below were trained on, for captions. */
export const PUBLISHED_TRAINING = "arena + augmented";

/**
 * The paper's routers (Ong et al., RouteLLM, ICLR 2025, arXiv 2406.18665 v4, main results tables), trained on Arena
 * battles plus augmentation: judge-labelled pairs for MT-Bench and GSM8K, golden-labelled MMLU validation for MMLU.
 * Same pair of models as here. The audited MMLU was not reported.
 */
export const PUBLISHED_FIGURES: Readonly<Record<BenchmarkId, readonly PublishedRouter[]>> = {
  mmlu: [
    { name: "SW ranking", cpt50: 0.354, cpt80: 0.7155, apgr: 0.603 },
    { name: "MF", cpt50: 0.3546, cpt80: 0.714, apgr: 0.597 },
    { name: "BERT", cpt50: 0.413, cpt80: 0.722, apgr: 0.572 },
    { name: "Causal LLM", cpt50: 0.3549, cpt80: 0.7031, apgr: 0.6 },
  ],
  "mmlu-audited": [],
  gsm8k: [
    { name: "SW ranking", cpt50: 0.4121, cpt80: 0.722, apgr: 0.568 },
    { name: "MF", cpt50: 0.3882, cpt80: 0.7262, apgr: 0.565 },
    { name: "BERT", cpt50: 0.4476, cpt80: 0.7909, apgr: 0.531 },
    { name: "Causal LLM", cpt50: 0.3364, cpt80: 0.6326, apgr: 0.622 },
  ],
  "mt-bench": [
    { name: "SW ranking", cpt50: 0.2321, cpt80: 0.3604, apgr: 0.759 },
    { name: "MF", cpt50: 0.134, cpt80: 0.3131, apgr: 0.802 },
    { name: "BERT", cpt50: 0.1958, cpt80: 0.3402, apgr: 0.751 },
    { name: "Causal LLM", cpt50: 0.315, cpt80: 0.4875, apgr: 0.679 },
  ],
};

/** A point that is not ours: a share of strong calls and the score reached there. */
export type PublishedPoint = { readonly name: string; readonly strongShare: number; readonly score: number };

/** A published point on the chart. Of points that stand close together only the middle one carries a label, for all. */
export type PublishedMark = PublishedPoint & { readonly label: string | null };

/** Marks nearer than this (as a share of the axis) would print their labels over each other. */
const LABEL_DISTANCE = 0.06;

/** Labels marks of one height, ascending by share: neighbours share a label on the middle one. */
function labelTogether(marks: readonly (PublishedPoint & { readonly short: string })[]): readonly PublishedMark[] {
  const clusters: (typeof marks)[number][][] = [];
  for (const mark of marks.toSorted((a, b) => a.strongShare - b.strongShare)) {
    const cluster = clusters.at(-1);
    const last = cluster?.at(-1);
    if (cluster !== undefined && last !== undefined && mark.strongShare - last.strongShare < LABEL_DISTANCE) {
      cluster.push(mark);
    } else clusters.push([mark]);
  }
  return clusters.flatMap((cluster) =>
    cluster.map(({ name, strongShare, score }, index) => ({
      ...{ name, strongShare, score },
      label: index === (cluster.length - 1) >> 1 ? cluster.map((mark) => mark.short).join(" · ") : null,
    })),
  );
}

/**
 * The paper's CPT figures as points: at share CPT50 the router reaches half of the gap between the two models, at
 * CPT80 four fifths. Scores use the endpoints measured here, so that the points lie on this chart's axis.
 */
export function publishedMarks({
  benchmark,
  strong,
  weak,
}: {
  readonly benchmark: BenchmarkId;
  readonly strong: number;
  readonly weak: number;
}): readonly PublishedMark[] {
  const levels = [
    { figure: "cpt50", part: 0.5, name: "CPT50" },
    { figure: "cpt80", part: 0.8, name: "CPT80" },
  ] as const;
  return levels.flatMap(({ figure, part, name }) =>
    labelTogether(
      PUBLISHED_FIGURES[benchmark].map((router) => ({
        name: `${router.name}, ${name} (published, ${PUBLISHED_TRAINING})`,
        short: router.name.replace(/ .*/, ""),
        strongShare: router[figure],
        score: weak + part * (strong - weak),
      })),
    ),
  );
}
