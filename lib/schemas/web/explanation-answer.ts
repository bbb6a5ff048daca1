import { z } from "zod";
import { EVIDENCE, PART_GROUPS, PART_KINDS, type RouterExplanation } from "@/lib/domain/router-explanation";

const share = z.number().min(0).max(1);
const common = { winRate: share, scale: z.object({ slope: z.number(), offset: z.number() }).nullable() };
const origin = { source: z.string(), id: z.string() };

const explanation = z.discriminatedUnion("kind", [
  z.object({
    ...common,
    kind: z.literal("sw_ranking"),
    battles: z.array(
      z.object({
        ...origin,
        evidence: z.enum(EVIDENCE),
        modelA: z.string(),
        modelB: z.string(),
        outcome: share,
        similarity: z.number(),
        weight: z.number(),
      }),
    ),
    battleCount: z.number(),
    totalWeight: z.number(),
    tiers: z.array(z.object({ tier: z.number(), models: z.number(), before: z.number(), after: z.number() })),
    strongTier: z.number(),
    weakTier: z.number(),
  }),
  z.object({
    ...common,
    kind: z.literal("mf"),
    parts: z.array(
      z.object({ group: z.enum(PART_GROUPS), kind: z.enum(PART_KINDS), name: z.string(), value: z.number() }),
    ),
  }),
  z.object({
    ...common,
    kind: z.literal("bert"),
    pieces: z.array(z.object({ start: z.number(), end: z.number(), without: share })),
  }),
  z.object({
    ...common,
    kind: z.literal("causal_llm"),
    labels: z.array(z.object({ label: z.string(), probability: share, good: z.boolean() })),
  }),
  z.object({ ...common, kind: z.literal("length"), characters: z.number(), counted: z.number() }),
]) satisfies z.ZodType<RouterExplanation>;

/** Where a prompt's length stands among the calibration sample's. */
export type LengthStanding = {
  /** Share of the sample's prompts that are shorter, in [0, 1]. */
  readonly shorter: number;
  readonly prompts: number;
  /** The sample's 10th, 50th and 90th percentile, in characters. */
  readonly percentiles: readonly [number, number, number];
};

/** What the server answers when asked why a router gave a prompt its win rate. */
export type ExplanationAnswer = {
  readonly explanation: RouterExplanation;
  /** For `length` alone. */
  readonly lengths: LengthStanding | null;
};

export const explanationAnswerSchema = z.object({
  explanation,
  lengths: z
    .object({ shorter: share, prompts: z.number(), percentiles: z.tuple([z.number(), z.number(), z.number()]) })
    .nullable(),
}) satisfies z.ZodType<ExplanationAnswer>;
