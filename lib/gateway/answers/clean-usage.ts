import { soundCount } from "./sound-usage";

/** How a provider writes its answers. */
export type Protocol = "openai" | "anthropic";

/** A JSON object that came from outside. */
type Fields = Readonly<Record<string, unknown>>;

/** The counts of one `usage`, by what is made of one that cannot be true. */
type Shape = {
  /** Becomes unknown, also where it is absent. */
  readonly needed?: readonly string[];
  /** Added to others by the SDK: becomes unknown. */
  readonly added?: readonly string[];
  /** Taken out. */
  readonly optional?: readonly string[];
  /** Objects of optional counts; taken out where they are no objects. */
  readonly parts?: Readonly<Record<string, readonly string[]>>;
};

/**
 * Stands for a count that nobody knows where the SDK insists on a number, or would read 0: so far below 0 that it remains
 * no count to `soundCount` whatever counts are added to it.
 */
const UNKNOWN_COUNT = Number.MIN_SAFE_INTEGER;

const OPENAI: Shape = {
  needed: ["prompt_tokens", "completion_tokens"],
  optional: ["total_tokens"],
  parts: {
    prompt_tokens_details: ["cached_tokens", "cache_write_tokens"],
    completion_tokens_details: ["reasoning_tokens", "accepted_prediction_tokens", "rejected_prediction_tokens"],
  },
};
const EMBEDDING: Shape = { needed: ["prompt_tokens"], optional: ["total_tokens"] };
const CACHES = ["cache_creation_input_tokens", "cache_read_input_tokens"];
const ITERATION: Shape = { needed: ["input_tokens", "output_tokens"], added: CACHES };
const MESSAGE: Shape = { ...ITERATION, parts: { output_tokens_details: ["thinking_tokens"] } };
const MESSAGE_START: Shape = { needed: ["input_tokens"], added: CACHES };
const MESSAGE_DELTA: Shape = { ...MESSAGE, needed: ["output_tokens"], added: ["input_tokens", ...CACHES] };
/** Those whose form the SDK knows. */
const ITERATION_TYPES: readonly unknown[] = ["compaction", "message", "advisor_message", "fallback_message"];

/**
 * A provider's answer, or one event of it, with a usage that the SDK can read: counts that are written as text become
 * numbers, and what cannot be true becomes no count, so that it is estimated. All else stays as it is.
 * @param document parsed JSON of any shape.
 * @returns the same document where nothing is wrong with it.
 */
export function cleanUsage(document: unknown, protocol: Protocol): unknown {
  if (!isFields(document)) return document;
  return protocol === "openai" ? cleanOpenAi(document) : cleanAnthropic(document);
}

function cleanOpenAi(document: Fields): Fields {
  // None is no fault: then all is estimated.
  if (document.usage === undefined || document.usage === null) return document;
  return withUsage(document, cleanCounts(document.usage, Array.isArray(document.choices) ? OPENAI : EMBEDDING));
}

function cleanAnthropic(document: Fields): Fields {
  const { type, message } = document;
  if (type === "message") return withUsage(document, cleanMessageUsage(document.usage, MESSAGE));
  if (type === "message_delta") return withUsage(document, cleanMessageUsage(document.usage, MESSAGE_DELTA));
  if (type !== "message_start" || !isFields(message)) return document;
  const clean = withUsage(message, cleanCounts(message.usage, MESSAGE_START));
  return clean === message ? document : { ...document, message: clean };
}

/** A message's usage; its iterations, which take the place of its own counts, are counted alike. */
function cleanMessageUsage(said: unknown, shape: Shape): Fields {
  const { iterations, ...usage } = cleanCounts(said, shape);
  if (iterations === null) return { ...usage, iterations };
  if (!Array.isArray(iterations)) return usage;
  const known = iterations.filter((entry): entry is Fields => isFields(entry) && ITERATION_TYPES.includes(entry.type));
  return {
    ...usage,
    iterations: known.map((entry) => {
      const { model, ...counts } = cleanCounts(entry, ITERATION);
      return typeof model === "string" ? { model, ...counts } : counts;
    }),
  };
}

function cleanCounts(said: unknown, { needed = [], added = [], optional = [], parts = {} }: Shape): Fields {
  const usage = isFields(said) ? said : {};
  const clean = new Map(Object.entries(usage));
  for (const name of needed) clean.set(name, readCount(usage[name]) ?? UNKNOWN_COUNT);
  for (const name of added) if (isSaid(usage[name])) clean.set(name, readCount(usage[name]) ?? UNKNOWN_COUNT);
  for (const name of optional) if (isSaid(usage[name])) setOrDelete(clean, name, readCount(usage[name]));
  for (const [name, counts] of Object.entries(parts)) {
    const part = usage[name];
    if (isSaid(part)) setOrDelete(clean, name, isFields(part) ? cleanCounts(part, { optional: counts }) : undefined);
  }
  return Object.fromEntries(clean);
}

/** A count as a number or as digits; undefined where it cannot be true. */
function readCount(said: unknown): number | undefined {
  return soundCount(typeof said === "string" && /^\s*\d+(\.\d+)?\s*$/.test(said) ? Number(said) : said);
}

/** The document where its usage is that one already. */
const withUsage = (document: Fields, usage: Fields): Fields =>
  JSON.stringify(document.usage) === JSON.stringify(usage) ? document : { ...document, usage };

function setOrDelete(fields: Map<string, unknown>, name: string, value: unknown): void {
  if (value === undefined) fields.delete(name);
  else fields.set(name, value);
}

const isSaid = (value: unknown): boolean => value !== undefined && value !== null;
const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
