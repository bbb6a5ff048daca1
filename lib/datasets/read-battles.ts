import { type OnBadRow, refuseBadRows } from "@/lib/datasets/prompts/bad-rows";
import { parseCsv } from "@/lib/datasets/prompts/parse-csv";
import { readText } from "@/lib/datasets/prompts/read-text";
import type { Battle } from "@/lib/domain/battle";
import { RoutingError } from "@/lib/domain/routing-error";
import { WINNER_OUTCOMES } from "@/lib/domain/winner";
import { arenaRowSchema, battleLineSchema } from "@/lib/schemas/files/data-lines";
import { canonicalModel } from "./canonical-model";
import { readJsonLines } from "./read-json-lines";

/** The public release drops battles on prompts shorter than this. */
const MINIMUM_PROMPT_CHARACTERS = 16;

/** A battle and what its source says of it. */
export type SourcedBattle = Battle & {
  /** The prompt's language as its source gives it (`en`, `pt-BR`), if it does. */
  readonly language?: string;
  /** The prompt is one of a benchmark: never train on it. */
  readonly flagged: boolean;
};

/** Battles of one file: `.jsonl`, `.jsonl.gz`, or a `.csv` in the columns of Arena-55k. */
export function readBattles(path: string, source: string, onBadRow?: OnBadRow): Promise<SourcedBattle[]> {
  return path.endsWith(".csv") ? readArenaCsv(path, source, onBadRow) : readBattleLines(path, source, onBadRow);
}

async function readBattleLines(path: string, source: string, onBadRow?: OnBadRow): Promise<SourcedBattle[]> {
  const lines = await readJsonLines(path, battleLineSchema, onBadRow);
  return lines.map((line) => ({
    id: line.id,
    prompt: line.prompt,
    modelA: canonicalModel(line.model_a),
    modelB: canonicalModel(line.model_b),
    outcome: WINNER_OUTCOMES[line.winner],
    source,
    category: line.category ?? "",
    ...(line.language === undefined ? {} : { language: line.language }),
    flagged: (line.in_benchmark?.length ?? 0) > 0,
  }));
}

async function readArenaCsv(path: string, source: string, onBadRow = refuseBadRows): Promise<SourcedBattle[]> {
  return parseCsv(path, await readText(path), onBadRow).flatMap(({ record, line }) => {
    const parsed = arenaRowSchema.safeParse(record);
    if (!parsed.success) {
      const message = `${path}, line ${line}: ${parsed.error.issues[0]?.path.join(".")}: not as in Arena-55k, whose columns are id, model_a, model_b, prompt, winner_model_a, winner_model_b, winner_tie.`;
      onBadRow(new RoutingError({ code: "invalid_data", parameter: path, message }));
      return [];
    }
    const prompt = firstTurn(parsed.data.prompt);
    if (prompt.length < MINIMUM_PROMPT_CHARACTERS) return [];
    const outcome = parsed.data.winner_model_a === "1" ? 1 : parsed.data.winner_model_b === "1" ? 0 : 0.5;
    return {
      id: parsed.data.id,
      prompt,
      modelA: canonicalModel(parsed.data.model_a),
      modelB: canonicalModel(parsed.data.model_b),
      outcome,
      source,
      category: "",
      flagged: false,
    };
  });
}

/** Arena-55k keeps a conversation's user turns as a JSON list; the first one is what was routed. */
function firstTurn(field: string): string {
  try {
    const turns: unknown = JSON.parse(field);
    return Array.isArray(turns) && typeof turns[0] === "string" ? turns[0] : field;
  } catch {
    return field;
  }
}
