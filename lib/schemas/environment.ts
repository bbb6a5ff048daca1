import { z } from "zod";

/** A text; an empty value means the same as none, as shells and compose files leave it. */
const text = z
  .string()
  .trim()
  .optional()
  .transform((value) => (value === "" ? undefined : value));

/** The environment variables that this program reads, all of them optional; `.env.example` explains them to users. */
export const environmentSchema = z.object({
  /** Folder with the data sets, for training and for question texts; in the layout that `data report` shows. */
  ROUTELLM_DATA: text,
  /** Folder with the trained weights and figures, in place of the ones that are shipped. */
  ROUTELLM_ARTIFACTS: text,
  /** Folder with a sequence classifier of one's own (`model.onnx`, `tokenizer.json`), in place of the shipped `bert`. */
  ROUTELLM_BERT_FOLDER: text,
  OPENAI_API_KEY: text,
  ANTHROPIC_API_KEY: text,
  /** Any server that speaks OpenAI's protocol; the address up to and with `/v1`. */
  OPENAI_COMPATIBLE_BASE_URL: text,
  OPENAI_COMPATIBLE_API_KEY: text,
});
