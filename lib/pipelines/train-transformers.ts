import { join } from "node:path";
import { RoutingError } from "@/lib/domain/routing-error";
import type { TransformerWeights } from "@/lib/domain/transformer-weights";
import { OWN_INSTRUCTION, parseInstruction } from "@/lib/inference/instruction";
import { readTokenizer, type TokenReader } from "@/lib/inference/read-tokenizer";
import { decoderSequences, encoderSequences, type SequenceMaker } from "@/lib/inference/token-sequences";
import { fitTokenizer } from "@/lib/training/transformer/fit-tokenizer";
import type { TransformerSchedule } from "@/lib/training/transformer/fit-transformer";
import type { TaughtPrompt } from "@/lib/training/transformer/teach-prompts";
import type { TransformerExample } from "@/lib/training/transformer/token-batches";
import {
  TRANSFORMER_RECIPES,
  TRANSFORMER_SHAPE,
  type TransformerId,
} from "@/lib/training/transformer/transformer-recipe";
import { runTransformerJob } from "./transformer-job";

/** Characters of a prompt that the vocabulary is learned from: a few very long prompts must not make it theirs. */
const VOCABULARY_CHARACTERS = 2000;

export type TrainedTransformers = {
  /** In the format of `tokenizer.json`. */
  readonly tokenizer: string;
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
  tokenizer?: string;
  seed: number;
  stateDirectory: string;
  report: (share: number) => void;
}): Promise<TrainedTransformers> {
  const { ids, prompts, schedule, seed, stateDirectory } = options;
  const learned = prompts.filter(({ use }) => use === "learn");
  const tokenizer = options.tokenizer ?? JSON.stringify(learnTokenizer(learned));
  const reader = rememberTexts(readTokenizer(tokenizer, refusal("tokenizer.json")));
  const shape = { ...TRANSFORMER_SHAPE, vocabulary: reader.largestId + 1 };
  const shares = new Map<TransformerId, number>(ids.map((id) => [id, 0]));
  const weights = await Promise.all(
    ids.map(async (id) => {
      const { model, labels } = TRANSFORMER_RECIPES[id];
      const sequence = sequences(id, reader);
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

const learnTokenizer = (prompts: readonly TaughtPrompt[]) =>
  fitTokenizer(
    prompts.map(({ prompt }) => prompt.slice(0, VOCABULARY_CHARACTERS)),
    { vocabulary: TRANSFORMER_SHAPE.vocabulary },
  );

/** Prompts → ids, exactly as the trained model will be given them. */
function sequences(id: TransformerId, reader: TokenReader): SequenceMaker {
  const { positions } = TRANSFORMER_SHAPE;
  if (id === "bert") return encoderSequences(reader, { positions });
  const instruction = parseInstruction(OWN_INSTRUCTION, refusal("Our own instruction"));
  return decoderSequences(reader, { positions, instruction });
}

/** The library tokenizes slowly next to a look-up, and two students read the same prompts. */
function rememberTexts(reader: TokenReader): TokenReader {
  const known = new Map<string, number[]>();
  const encode = (text: string): number[] => {
    const ids = known.get(text) ?? reader.encode(text);
    known.set(text, ids);
    return ids;
  };
  return { ...reader, encode };
}

const refusal = (what: string) => (problem: string) =>
  new RoutingError({ code: "artifact_unusable", parameter: what, message: `${what} ${problem}` });
