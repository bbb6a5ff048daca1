import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { BROKEN_SUBJECT } from "@/lib/domain/benchmark";
import { PAPER_PAIR } from "@/lib/domain/model-pair";
import { createRandom } from "@/lib/math/seeded-random";
import { sigmoid } from "@/lib/math/sigmoid";
import { nonsenseWord, type SyntheticKind, type SyntheticPrompt, synthesizePrompts } from "./synthetic-prompts";

/** Abilities in log odds at middling difficulty; the pair apart, whose gap grows with difficulty. */
const MODELS: Readonly<Record<string, number>> = {
  "able-1": 2,
  "able-2": 1.2,
  "middling-1": 0.3,
  "middling-2": -0.4,
  "weak-1": -1.2,
};
const SUBJECTS = ["abstract_algebra", "anatomy", "marketing", BROKEN_SUBJECT];

/** A prompt that the folder flags as a benchmark's, and one that copies a benchmark question without a flag. */
export const PLANTED_LEAKS = { flagged: 3, copied: 2 } as const;

/**
 * Writes a small data folder in the layout that training reads into a new temporary directory: made-up prompts (never a
 * data set's), models whose answers follow from planted abilities and difficulties, a few leaks of benchmark questions.
 * @returns the directory; whoever asked for it removes it.
 */
export async function writeDataFolder(seed = 1): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "routellm-data-"));
  const random = createRandom(seed);
  const make = (kind: SyntheticKind, count: number) => synthesizePrompts({ count, kind, random });
  const mmlu = make("multiple choice", 160).map((made, index) => ({
    ...benchmarkLine("mmlu", made, index, random),
    category: SUBJECTS[index % SUBJECTS.length] ?? "",
    contaminated: index === 0,
  }));
  const gsm8k = make("word problem", 60).map((made, index) => benchmarkLine("gsm8k", made, index, random));
  const mtBench = make("chat", 20).map((made, index) => mtBenchLine(made, index, random));
  const golden = (kind: SyntheticKind, count: number, category: string) =>
    make(kind, count).map((made, index) => goldenLine(made, `${category}-${index}`, category, random));
  const choice = [...golden("multiple choice", 70, "law"), ...golden("multiple choice", 30, "physics")];
  const copies = mmlu
    .slice(1, 1 + PLANTED_LEAKS.copied)
    .map(({ prompt }, index) => goldenLine({ prompt, difficulty: 0.5 }, `copy-${index}`, "law", random));
  choice.slice(0, PLANTED_LEAKS.flagged).forEach((line) => {
    line.in_benchmark = ["mmlu"];
  });
  const tables = {
    "golden/mmlu-pro.jsonl.gz": [...choice, ...copies],
    "golden/math-6-models.jsonl.gz": golden("word problem", 50, "competition math"),
    "golden/fourteen-tasks-9-models.jsonl.gz": [
      ...golden("multiple choice", 20, "arc_challenge"),
      ...golden("code", 20, "mbpp"),
    ],
  };
  const battles = {
    "battles/oasst-7-models.jsonl.gz": make("chat", 40).flatMap((made, index) =>
      votes(made, `o${index}`, random).map((line) => ({ ...line, language: index % 4 === 0 ? "de" : "en" })),
    ),
    "battles/arena-llama-3-70b.jsonl.gz": make("chat", 40).map((made, index) => ({
      ...vote(made, `l${index}`, random),
      model_a: "frontier-opponent",
      category: index % 2 === 0 ? "writing" : "reasoning",
    })),
  };
  const benchmarks = {
    "benchmarks/mmlu.jsonl.gz": mmlu,
    "benchmarks/gsm8k.jsonl.gz": gsm8k,
    "benchmarks/mt-bench.jsonl.gz": mtBench,
  };
  const files = Object.entries({ ...tables, ...battles, ...benchmarks });
  for (const [path, lines] of files) {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), gzipSync(lines.map((line) => `${JSON.stringify(line)}\n`).join("")));
  }
  await writeFile(join(directory, "battles/own-arena.csv"), arenaCsv(make("code", 25), random));
  const manifest = {
    ...PAPER_PAIR,
    files: files.map(([path, lines]) => ({
      path,
      rows: lines.length,
      licence: "made up",
      source: "a seeded generator",
      use: path.startsWith("benchmarks/") ? "evaluate" : "train",
    })),
  };
  await writeFile(join(directory, "MANIFEST.json"), JSON.stringify(manifest));
  return directory;
}

/** An answer of a model with this ability: difficulty ½ is even odds for ability 0. */
const answer = (ability: number, difficulty: number, random: () => number): 0 | 1 =>
  random() < sigmoid(ability - 4 * (difficulty - 0.5)) ? 1 : 0;

function benchmarkLine(
  benchmark: string,
  { prompt, difficulty }: SyntheticPrompt,
  index: number,
  random: () => number,
) {
  // On easy questions the two are alike; on hard ones the strong model is far ahead.
  const scores = {
    [PAPER_PAIR.strong]: answer(1 + 3 * difficulty, difficulty, random),
    [PAPER_PAIR.weak]: answer(1, difficulty, random),
  };
  return { id: `${benchmark}-${index}`, prompt, category: benchmark, scores, contaminated: false };
}

function mtBenchLine({ prompt, difficulty }: SyntheticPrompt, index: number, random: () => number) {
  const turns = (level: number) => [0, 1].map(() => Math.max(1, Math.min(10, Math.round(level + 2 * random()))));
  return {
    id: `mt-bench-${index}`,
    question_id: 81 + index,
    category: index % 2 === 0 ? "writing" : "reasoning",
    turns: [prompt, "Say it again in other words."],
    turn_scores: {
      [PAPER_PAIR.strong]: turns(8),
      [PAPER_PAIR.weak]: turns(8 - 4 * difficulty),
      martian: turns(8),
      unify: turns(8),
    },
    contaminated: index === 3,
  };
}

type GoldenLine = {
  id: string;
  prompt: string;
  category: string;
  scores: Record<string, number | null>;
  in_benchmark?: string[];
};

function goldenLine(
  { prompt, difficulty }: SyntheticPrompt,
  id: string,
  category: string,
  random: () => number,
): GoldenLine {
  const scores = Object.entries(MODELS).map(([model, ability]) => [model, answer(ability, difficulty, random)]);
  return { id, prompt, category, scores: Object.fromEntries(scores) };
}

/** A vote between a strong model and a weaker one: the harder the prompt, the surer the strong one wins. */
function vote({ prompt, difficulty }: SyntheticPrompt, id: string, random: () => number) {
  const strongWins = random() < 0.5 + 0.5 * difficulty;
  return { id, prompt, model_a: "gpt-4-0314", model_b: "weak-1", winner: strongWins ? "model_a" : "model_b" };
}

const votes = (made: SyntheticPrompt, id: string, random: () => number) => [
  vote(made, `${id}a`, random),
  { ...vote(made, `${id}b`, random), model_b: "middling-1", winner: random() < 0.3 ? "tie" : "model_a" },
];

/** Arena-55k's columns, with a line break and quotes in every field that may have them. */
function arenaCsv(prompts: readonly SyntheticPrompt[], random: () => number): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const rows = prompts.map(({ prompt, difficulty }, index) => {
    const won = random() < 0.5 + 0.5 * difficulty;
    const turns = quoted(JSON.stringify([`${prompt}\nMind the "${nonsenseWord(random)}".`, "And then?"]));
    return [
      index,
      "able-1",
      "weak-1",
      turns,
      quoted("an\nanswer"),
      quoted("another"),
      won ? 1 : 0,
      won ? 0 : 1,
      0,
    ].join(",");
  });
  const head = "id,model_a,model_b,prompt,response_a,response_b,winner_model_a,winner_model_b,winner_tie";
  return `${[head, ...rows].join("\n")}\n`;
}
