import { z } from "zod";
import { PAIR_TABLE_IDS } from "@/lib/domain/pair-table";
import { ARTIFACT_SCHEMA_VERSION } from "./artifact-version";

/** Numbers in base64, little-endian. */
const floats = z.base64();

/** What a router that knows models by name makes of questions: for each, the strength of every player on it. */
const strengths = z.object({
  /** The player that stands for each model, by canonical name; several models may share one. */
  players: z.record(z.string(), z.number().int().min(0)),
  playerCount: z.number().int().min(2),
  /**
   * (k × playerCount) 16-bit integers, times `step`: log-odds. The win rate of a pair is σ(strong's − weak's), after the
   * router's scale if it has one.
   */
  step: z.number(),
  values: z.base64(),
  scale: z.object({ slope: z.number(), offset: z.number() }).nullable(),
});

/**
 * `public/measurements/pairs/<table>-scores.json`: what the shipped routers say of the k questions of a table that none
 * of them was trained on.
 */
export const pairScoresSchema = z.object({
  schemaVersion: z.literal(ARTIFACT_SCHEMA_VERSION),
  table: z.enum(PAIR_TABLE_IDS),
  /** Names the artifacts that scored: see `weightsDigest`. */
  weights: z.string(),
  /** The pair they were trained for, by canonical name. */
  pair: z.object({ strong: z.string(), weak: z.string() }),
  /** (k) places of these questions in the outcomes, ascending. */
  rows: z.array(z.number().int().min(0)),
  /** Of the table's other questions: used in training, or too like a question that was. */
  left: z.object({ trained: z.number().int(), copies: z.number().int() }),
  /** (k) 32-bit floats each: win rates that no choice of a pair changes. */
  winRates: z.object({ bert: floats, causal_llm: floats, length: floats, random: floats }),
  strengths: z.object({ sw_ranking: strengths, mf: strengths }),
});

export type PairScores = z.infer<typeof pairScoresSchema>;
