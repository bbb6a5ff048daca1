import type { LabelModel } from "@/lib/routers/label-model";
import { parseInstruction } from "./instruction";
import { createLabelModel, type LabelRunner, runBatch } from "./label-batches";
import type { TokenReader } from "./read-tokenizer";
import type { Refuse } from "./refuse";
import type { ModelFile, Session, SessionPool } from "./session-pool";
import { decoderSequences, encoderSequences, type SequenceMaker } from "./token-sequences";

/** Names in the files that lib/onnx writes. */
const INPUT = "ids";
const OUTPUT = "probabilities";

type OpenOptions = {
  readonly pool: SessionPool;
  readonly file: ModelFile;
  readonly reader: TokenReader;
  /** Longest sequence, in tokens. */
  readonly positions: number;
  /** Says of the ONNX file that it cannot be used. */
  readonly refuse: Refuse;
};

/**
 * The encoder that training exported.
 * @throws RoutingError by `refuse` unless the file is such a model, reads the tokenizer's tokens and gives numbers.
 */
export function openEncoder(options: OpenOptions & { labels: number }): Promise<LabelModel> {
  return openTransformer({ ...options, sequence: encoderSequences(options.reader, options) });
}

/**
 * The decoder that training exported.
 * @param options.labels label tokens in the order of the model's outputs.
 * @param options.refuseTokenizer says of `tokenizer.json` that it cannot be used, e.g. for want of a label token.
 * @throws RoutingError as `openEncoder` does.
 */
export async function openDecoder(
  options: OpenOptions & {
    labels: readonly string[];
    instruction: string;
    refuseTokenizer: Refuse;
    refuseInstruction: Refuse;
  },
): Promise<LabelModel> {
  const { reader, positions, labels } = options;
  const missing = labels.find((label) => reader.idOf(label) === undefined);
  if (missing !== undefined) throw options.refuseTokenizer(`has no token ${missing}, which is a label of the model`);
  const instruction = parseInstruction(options.instruction, options.refuseInstruction);
  const own = reader.encodeOwn(instruction.before).length + reader.encodeOwn(instruction.after).length;
  if (own >= positions) {
    throw options.refuseInstruction(`is ${own} tokens long, which leaves no room for a prompt in ${positions}`);
  }
  const sequence = decoderSequences(reader, { positions, instruction });
  return openTransformer({ ...options, labels: labels.length, sequence });
}

async function openTransformer(
  options: OpenOptions & { labels: number; sequence: SequenceMaker },
): Promise<LabelModel> {
  const { pool, file, reader, positions, labels, sequence, refuse } = options;
  const session = await pool.open(file, refuse);
  checkPorts(session, { labels, refuse });
  const runner: LabelRunner = {
    session,
    sequence,
    padding: 0,
    scores: labels,
    output: OUTPUT,
    labels,
    inputs: (batch) => ({ [INPUT]: batch }),
    toProbabilities: (probabilities) => probabilities,
    refuse,
  };
  // The longest text of the last token: fails if the tables of tokens or positions are smaller than they should be.
  await runBatch(runner, [Array.from({ length: positions }, () => reader.largestId)], positions);
  return createLabelModel(runner);
}

function checkPorts({ inputs, outputs }: Session, { labels, refuse }: { labels: number; refuse: Refuse }): void {
  const input = inputs.find(({ name }) => name === INPUT);
  if (inputs.length !== 1 || input?.type !== "int64" || input.shape.length !== 2) {
    throw refuse(`is another kind of model: its only input must be "${INPUT}", whole numbers by text and place`);
  }
  const output = outputs.find(({ name }) => name === OUTPUT);
  if (output?.type !== "float32" || output.shape.length !== 2) {
    throw refuse(`is another kind of model: it must give "${OUTPUT}", 32-bit floats by text and label`);
  }
  if (output.shape[1] !== labels) throw refuse(`has ${output.shape[1]} labels where ${labels} are right`);
}
