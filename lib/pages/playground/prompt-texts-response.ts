import { findPromptTexts } from "@/lib/datasets/find-prompt-texts";
import type { PromptOrigin } from "@/lib/domain/router-explanation";
import { RoutingError } from "@/lib/domain/routing-error";
import { answerJson } from "@/lib/http/answer-json";
import { readEnv } from "@/lib/runtime/env";
import { type PromptTextsAnswer, promptTextsRequestSchema } from "@/lib/schemas/web/prompt-texts-answer";
import { getOrigins } from "@/lib/serving/origins";
import { WRITTEN_SOURCE } from "@/lib/training/sources/prompt-origins";
import { WRITTEN_PROMPTS } from "@/lib/training/written-prompts/written-prompts";
import { excerpt } from "@/lib/view/shared/prompt-history";

const EXCERPT_CHARACTERS = 300;

const ADVICE =
  "The text of data sets is not shipped with this app: to read it here, let ROUTELLM_DATA name a data folder that has it.";

/** Texts found so far, by data folder and data set; a folder that had none is looked at again, it may be filled. */
const found = new Map<string, ReadonlyMap<string, string>>();

async function textsOf(source: string): Promise<ReadonlyMap<string, string>> {
  const directory = readEnv().dataDirectory;
  const key = `${source} ${directory}`;
  const texts = found.get(key) ?? (await findPromptTexts(directory, source));
  if (texts.size > 0) found.set(key, texts);
  return texts;
}

async function textOf({ source, id }: PromptOrigin, known: readonly string[]): Promise<string | undefined> {
  if (source === WRITTEN_SOURCE) return WRITTEN_PROMPTS[Number(id)]?.prompt;
  return known.includes(source) ? (await textsOf(source)).get(id) : undefined;
}

/** The beginnings of data sets' prompts, read from the data folder at run time; of prompts written here, always. */
async function readPromptTexts(prompts: readonly PromptOrigin[]): Promise<PromptTextsAnswer> {
  const { sources } = await getOrigins();
  const texts: (string | null)[] = [];
  try {
    // One after another: the same file is not to be read twice at once.
    for (const prompt of prompts) {
      const text = await textOf(prompt, sources);
      texts.push(text === undefined ? null : excerpt(text, EXCERPT_CHARACTERS));
    }
  } catch (error) {
    if (!(error instanceof RoutingError)) throw error;
    // The cause names folders of the server: for its log, not for whoever asks.
    process.stderr.write(`${error.message}\n`);
    const message = "The prompts’ text cannot be read; the server’s log says why.";
    throw new RoutingError({ code: error.code, parameter: "prompts", message });
  }
  return { texts, advice: texts.includes(null) ? ADVICE : null };
}

export const promptTextsResponse = (request: Request): Promise<Response> =>
  answerJson({
    request,
    schema: promptTextsRequestSchema,
    example: '{"prompts": [{"source": "…", "id": "…"}]}',
    answer: ({ prompts }) => readPromptTexts(prompts),
  });
