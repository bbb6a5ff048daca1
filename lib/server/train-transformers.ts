import "server-only";
import { join } from "node:path";
import { Tokenizer } from "@huggingface/tokenizers";
import type { TransformerWeights } from "@/lib/domain/transformer-weights";
import { createPromptSequence } from "@/lib/text/prompt-sequence";
import { fitTokenizer, type TokenizerJson } from "@/lib/training/fit-tokenizer";
import type { TransformerSchedule } from "@/lib/training/fit-transformer";
import type { TaughtPrompt } from "@/lib/training/teach-prompts";
import type { TransformerExample } from "@/lib/training/token-batches";
import { TRANSFORMER_RECIPES, TRANSFORMER_SHAPE, type TransformerId } from "@/lib/training/transformer-recipe";
import { runTransformerJob } from "./transformer-job";

/** Characters of a prompt that the vocabulary is learned from: a few very long prompts must not make it theirs. */
const VOCABULARY_CHARACTERS = 2000;

export type TrainedTransformers = {
  readonly tokenizer: TokenizerJson;
  readonly weights: ReadonlyMap<TransformerId, TransformerWeights>;
};

/**
 * Trains transformers side by side on what the teacher thinks of the training prompts.
 * @param options.tokenizer of a transformer that stays and shares it; without it one is learned.
 * @param options.stateDirectory where an interrupted training is gone on from.
 * @param options.report hears which share of all steps is done, in [0, 1].
 */
export async function trainTransformers(options: {
  ids: readonly TransformerId[];
  prompts: readonly TaughtPrompt[];
  schedule: TransformerSchedule;
  tokenizer?: TokenizerJson;
  seed: number;
  stateDirectory: string;
  report: (share: number) => void;
}): Promise<TrainedTransformers> {
  const { ids, prompts, schedule, seed, stateDirectory } = options;
  const learned = prompts.filter(({ use }) => use === "learn");
  const tokenizer =
    options.tokenizer ??
    fitTokenizer(
      learned.map(({ prompt }) => prompt.slice(0, VOCABULARY_CHARACTERS)),
      { vocabulary: TRANSFORMER_SHAPE.vocabulary },
    );
  const encode = createEncode(tokenizer);
  const shape = { ...TRANSFORMER_SHAPE, vocabulary: Object.keys(tokenizer.model.vocab).length };
  const shares = new Map<TransformerId, number>(ids.map((id) => [id, 0]));
  const weights = await Promise.all(
    ids.map(async (id) => {
      const { model, labels, instruction } = TRANSFORMER_RECIPES[id];
      const sequence = createPromptSequence({
        encode,
        positions: shape.positions,
        ...(instruction === undefined ? {} : { instruction }),
      });
      const examples = (use: TaughtPrompt["use"]): TransformerExample[] =>
        prompts
          .filter((prompt) => prompt.use === use)
          .map(({ prompt, score }) => ({ tokens: sequence(prompt), target: labels(score) }));
      const job = { shape, model, schedule, examples: examples("learn"), held: examples("stop early"), seed };
      const trained = await runTransformerJob(
        { ...job, statePath: join(stateDirectory, `${id}.state`) },
        (progress) => {
          shares.set(id, progress.step / progress.steps);
          options.report([...shares.values()].reduce((sum, share) => sum + share, 0) / ids.length);
        },
      );
      return [id, trained] as const;
    }),
  );
  return { tokenizer, weights: new Map(weights) };
}

/** The library tokenizes slowly next to a look-up, and the two students read the same prompts. */
function createEncode(tokenizer: TokenizerJson): (text: string) => readonly number[] {
  const reader = new Tokenizer(tokenizer, {});
  const known = new Map<string, readonly number[]>();
  return (text) => {
    const ids = known.get(text) ?? reader.encode(text).ids;
    known.set(text, ids);
    return ids;
  };
}
