import { readPrompts } from "@/lib/datasets/prompts/read-prompts";
import { findPromptProblem } from "@/lib/domain/prompt";
import { RoutingError } from "@/lib/domain/routing-error";
import { listPrice, type ModelPrice } from "@/lib/gateway/model-prices";
import { createProviders, type ProviderModel, type ProviderSettings } from "@/lib/gateway/providers";
import { acquireLock } from "@/lib/storage/lock-file";
import { estimateJudging, type JudgingEstimate } from "./estimate-judging";
import type { JudgeSetup, PricedModel } from "./judge-calls";
import { readJudgeInstructions } from "./judge-messages";
import { type JudgingProgress, type JudgingSummary, judgePrompts } from "./judge-prompts";
import { openPaidCalls, type PaidTotals } from "./paid-calls";

export type JudgingOptions = {
  readonly promptsPath: string;
  readonly strong: string;
  readonly weak: string;
  readonly judge: string;
  /** Dollars per million tokens by model id, in place of list prices. */
  readonly prices: ReadonlyMap<string, ModelPrice>;
  readonly outPath: string;
  /** Dollars, for everything in the journal; Infinity for none. */
  readonly budget: number;
  readonly concurrency: number;
  readonly maxAnswerTokens: number;
  readonly maxVerdictTokens: number;
  readonly timeoutMs: number;
  readonly settings: ProviderSettings;
};

/** Judging that is ready to begin; nothing has been spent yet. */
export type Judging = {
  /** Distinct prompts. */
  readonly prompts: number;
  readonly journalPath: string;
  readonly models: Readonly<Record<"strong" | "weak" | "judge", PricedModel>>;
  readonly estimate: JudgingEstimate;
  totals(): PaidTotals;
  run(report: (progress: JudgingProgress) => void): Promise<JudgingSummary>;
  /** Lets the calls under way finish, and makes no other. */
  stop(): void;
  close(): Promise<void>;
};

/**
 * Reads the prompts and the journal of `outPath`, which lies beside it, and says what is left to do.
 * @throws RoutingError naming the argument at fault.
 */
export async function openJudging(options: JudgingOptions): Promise<Judging> {
  const { outPath, budget, timeoutMs, concurrency } = options;
  const providers = createProviders(options.settings);
  const setup: JudgeSetup = {
    ...priceModels(options, (role) => providers.model(options[role], `--${role}`)),
    instructions: await readJudgeInstructions(),
    maxAnswerTokens: options.maxAnswerTokens,
    maxVerdictTokens: options.maxVerdictTokens,
  };
  const prompts = await readDistinctPrompts(options.promptsPath);
  const journalPath = `${outPath}.journal`;
  const stop = new AbortController();
  const release = await acquireLock(`${journalPath}.lock`, "--out");
  try {
    const calls = await openPaidCalls({
      journalPath,
      parameter: "--out",
      limit: budget,
      timeoutMs,
      redact: providers.redact,
      stop: stop.signal,
      random: Math.random,
    });
    return {
      prompts: prompts.length,
      journalPath,
      models: { strong: setup.strong, weak: setup.weak, judge: setup.judge },
      estimate: estimateJudging({ prompts, setup, calls }),
      totals: calls.totals,
      run: (report) => judgePrompts({ prompts, setup, calls, concurrency, outPath, stop, report }),
      stop: () => stop.abort(),
      async close() {
        await calls.close();
        await release();
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
}

async function readDistinctPrompts(path: string): Promise<string[]> {
  const fail = (message: string) => new RoutingError({ code: "invalid_data", parameter: "--prompts", message });
  const prompts = await readPrompts(path).catch((error: unknown) => {
    throw error instanceof RoutingError ? fail(error.message) : error;
  });
  prompts.forEach((prompt, index) => {
    const problem = findPromptProblem(prompt);
    if (problem !== undefined) throw fail(`${path}: prompt ${index + 1}: ${problem}`);
  });
  return [...new Set(prompts)];
}

/** A model without a price would make a budget worth nothing: every one needs one. */
function priceModels(
  { prices }: JudgingOptions,
  find: (role: "strong" | "weak" | "judge") => ProviderModel,
): Pick<JudgeSetup, "strong" | "weak" | "judge"> {
  const fail = (parameter: string, message: string) =>
    new RoutingError({ code: "invalid_argument", parameter, message });
  const priced = (role: "strong" | "weak" | "judge"): PricedModel => {
    const model = find(role);
    const price = prices.get(model.id) ?? listPrice(model.id);
    if (price !== undefined) return { ...model, price };
    throw fail(
      "--price",
      `no list price is known for ${model.id}; give dollars per million tokens: --price ${model.id}=IN,OUT (0,0 if it is free).`,
    );
  };
  const models = { strong: priced("strong"), weak: priced("weak"), judge: priced("judge") };
  if (models.strong.id === models.weak.id) throw fail("--weak", "must be another model than --strong.");
  const ids = Object.values(models).map(({ id }) => id);
  const stray = [...prices.keys()].find((id) => !ids.includes(id));
  if (stray !== undefined) throw fail("--price", `names ${stray}, which is none of the models: ${ids.join(", ")}.`);
  return models;
}
