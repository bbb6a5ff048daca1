import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { RoutingError } from "@/lib/domain/routing-error";
import { sigmoid } from "@/lib/math/sigmoid";
import { softmax } from "@/lib/math/softmax";
import type { LabelModel } from "@/lib/routers/label-model";
import { bertFolderSchema } from "@/lib/schemas/files/bert-folder";
import { systemErrorCode } from "@/lib/storage/system-error";
import { createLabelModel, type LabelRunner, runBatch } from "./label-batches";
import { readTokenizer, type TokenReader } from "./read-tokenizer";
import { oneLine, type Refuse } from "./refuse";
import type { IntegerMatrix, Port, Session, SessionPool } from "./session-pool";
import { encoderSequences } from "./token-sequences";

/** A user's own classifier, as `createBertRouter` takes it. */
export type BertFolder = { readonly model: LabelModel; readonly strongLabels: readonly number[] };

const MODEL = "model.onnx";
const TOKENIZER = "tokenizer.json";
const SETTINGS = "routellm.json";

/** Inputs of an exported sequence classifier; the last is of models that read pairs of texts. */
const INPUTS = ["input_ids", "attention_mask", "token_type_ids"] as const;

/** Names under which tokenizers know what fills up the shorter texts of a batch. */
const PADDING = ["<pad>", "[PAD]"];

/**
 * Any sequence classifier in ONNX with its tokenizer (an export of the released BERT router, say): `model.onnx`,
 * `tokenizer.json` and, where the defaults do not fit, `routellm.json` (see lib/schemas/files/bert-folder).
 * @param folder absolute.
 * @throws RoutingError `artifact_unusable` that names the file at fault and says what would be right.
 */
export async function openBertFolder(folder: string, pool: SessionPool): Promise<BertFolder> {
  const refuse = (file: string) => (problem: string) =>
    new RoutingError({
      code: "artifact_unusable",
      parameter: join(folder, file),
      message: `${join(folder, file)} ${problem}: mend the folder that ROUTELLM_BERT_FOLDER names, or unset it.`,
    });
  const settings = parseSettings(await readOptional(join(folder, SETTINGS), refuse(SETTINGS)), refuse(SETTINGS));
  const tokenizer = await readOptional(join(folder, TOKENIZER), refuse(TOKENIZER));
  if (tokenizer === undefined) throw refuse(TOKENIZER)("is missing");
  const reader = readTokenizer(tokenizer, refuse(TOKENIZER));
  const session = await pool.open({ path: join(folder, MODEL) }, refuse(MODEL));
  const output = scoresOf(session, refuse(MODEL));
  const labels = Math.max(2, output.scores);
  const strongLabels = settings.strongLabels ?? (output.scores === 1 || output.scores === 3 ? [0] : undefined);
  if (strongLabels === undefined) {
    throw refuse(SETTINGS)(`must say in strongLabels which of the model's ${labels} labels count for the strong model`);
  }
  if (strongLabels.some((label) => label >= labels)) {
    throw refuse(SETTINGS)(`has a label beyond ${labels - 1} in strongLabels, but the model has ${labels} labels`);
  }
  const asProbabilities = (scores: readonly number[]) =>
    settings.scores === "probabilities"
      ? scores
      : scores.length === 1
        ? scores.map(sigmoid)
        : Array.from(softmax(scores));
  const runner: LabelRunner = {
    session,
    sequence: encoderSequences(reader, settings),
    padding: paddingOf(reader),
    scores: output.scores,
    output: output.name,
    labels,
    inputs: inputsOf(session, refuse(MODEL)),
    toProbabilities: (scores) => {
      const probabilities = asProbabilities(scores);
      return probabilities.length === 1 ? [probabilities[0] ?? 0, 1 - (probabilities[0] ?? 0)] : probabilities;
    },
    refuse: refuse(MODEL),
  };
  // A trial of the longest text, so that what does not fit is told at the start and not at somebody's long prompt.
  const trial = runner.sequence("word ".repeat(settings.positions));
  await runBatch(runner, [trial], trial.length);
  return { model: createLabelModel(runner), strongLabels };
}

/** @returns undefined where there is no such file. */
function readOptional(path: string, refuse: Refuse): Promise<string | undefined> {
  return readFile(path, "utf8").catch((error: unknown) => {
    const code = systemErrorCode(error);
    if (code === "ENOENT") return undefined;
    throw refuse(`cannot be read (${code})`);
  });
}

function parseSettings(text: string | undefined, refuse: Refuse) {
  let value: unknown;
  try {
    value = JSON.parse(text ?? "{}");
  } catch (error) {
    throw refuse(`is not JSON (${oneLine(error)})`);
  }
  const parsed = bertFolderSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw refuse(`has the wrong shape (at ${issue?.path.join(".") || "its top level"}: ${issue?.message ?? "unknown"})`);
}

/** The output that holds the labels' scores: `logits` where there is one, else the only one. */
function scoresOf({ outputs }: Session, refuse: Refuse): { readonly name: string; readonly scores: number } {
  const output: Port | undefined = outputs.find(({ name }) => name === "logits") ?? outputs[0];
  const scores = output?.shape[1];
  if (output?.type !== "float32" || output.shape.length !== 2 || typeof scores !== "number") {
    throw refuse('is no sequence classifier: it must give "logits", 32-bit floats by text and label');
  }
  return { name: output.name, scores };
}

function inputsOf({ inputs }: Session, refuse: Refuse): LabelRunner["inputs"] {
  const names = inputs.map(({ name }) => name);
  const foreign = inputs.find(({ name, type }) => !INPUTS.some((known) => known === name) || type !== "int64");
  if (foreign !== undefined || !names.includes("input_ids")) {
    const found = inputs.map(({ name, type }) => `${name} ${type}`).join(", ");
    throw refuse(`is no sequence classifier: it reads ${found} where int64 ${INPUTS.join(", ")} are known`);
  }
  return (batch, lengths) => {
    const known: Readonly<Record<(typeof INPUTS)[number], () => IntegerMatrix>> = {
      input_ids: () => batch,
      attention_mask: () => ({ ...batch, values: attentionMask(lengths, batch.columns) }),
      token_type_ids: () => ({ ...batch, values: new BigInt64Array(batch.values.length) }),
    };
    return Object.fromEntries(INPUTS.filter((name) => names.includes(name)).map((name) => [name, known[name]()]));
  };
}

/** 1 at a token, 0 at padding. */
const attentionMask = (lengths: readonly number[], columns: number): BigInt64Array =>
  BigInt64Array.from({ length: lengths.length * columns }, (_, place) =>
    place % columns < (lengths[Math.floor(place / columns)] ?? 0) ? 1n : 0n,
  );

function paddingOf(reader: TokenReader): number {
  return PADDING.map((name) => reader.idOf(name)).find((id) => id !== undefined) ?? 0;
}
