import type {
  LanguageModelV3,
  LanguageModelV3CallOptions,
  LanguageModelV3StreamPart,
  LanguageModelV3StreamResult,
} from "@ai-sdk/provider";
import { toReadableStream } from "./readable-stream";

/** Come before anything of the answer. */
const PREAMBLE: ReadonlySet<string> = new Set(["stream-start", "response-metadata", "raw"]);

/** A provider may give up an answer that is read so slowly. */
const SLOW_READER_MS = 5_000;

type Reader = ReadableStreamDefaultReader<LanguageModelV3StreamPart>;

/**
 * Opens a model's stream and waits for the first part of its answer, so that what fails before it can still be tried
 * again or asked of another model.
 * @param untilFirst cuts the call off, but only until that part is there.
 * @param onBroken told where the provider stalls or fails later; not where whoever reads has gone or is slow.
 * @throws what the model throws, or the error that its stream begins with.
 */
export async function openPartStream(options: {
  readonly model: LanguageModelV3;
  readonly options: LanguageModelV3CallOptions;
  readonly untilFirst: AbortSignal;
  readonly stallMs: number;
  readonly onBroken: () => void;
}): Promise<LanguageModelV3StreamResult> {
  const { model, untilFirst, stallMs, onBroken } = options;
  const caller = options.options.abortSignal;
  const hangUp = new AbortController();
  const cutOff = () => hangUp.abort(untilFirst.reason);
  untilFirst.addEventListener("abort", cutOff, { once: true });
  try {
    const abortSignal = caller === undefined ? hangUp.signal : AbortSignal.any([hangUp.signal, caller]);
    const { stream, ...result } = await orAborted(model.doStream({ ...options.options, abortSignal }), untilFirst);
    const reader = stream.getReader();
    const head = await orAborted(readHead(reader), untilFirst);
    const parts = goOn({ head, reader, hangUp, stallMs, onBroken: () => !caller?.aborted && onBroken() });
    return { ...result, stream: toReadableStream(parts, () => hangUp.abort()) };
  } catch (error) {
    hangUp.abort(error);
    throw error;
  } finally {
    untilFirst.removeEventListener("abort", cutOff);
  }
}

/** The parts up to the first of the answer itself. */
async function readHead(reader: Reader): Promise<readonly LanguageModelV3StreamPart[]> {
  const head: LanguageModelV3StreamPart[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) throw new Error("the stream ended before it began");
    if (value.type === "error") throw value.error;
    head.push(value);
    if (!PREAMBLE.has(value.type)) return head;
  }
}

/** The whole stream again; a stall or a failure is its last part. */
async function* goOn(options: {
  readonly head: readonly LanguageModelV3StreamPart[];
  readonly reader: Reader;
  readonly hangUp: AbortController;
  readonly stallMs: number;
  readonly onBroken: () => void;
}): AsyncGenerator<LanguageModelV3StreamPart, void, void> {
  const { head, reader, hangUp, stallMs, onBroken } = options;
  let longestPauseMs = 0;
  yield* head;
  try {
    for (;;) {
      const { done, value } = await readInTime(reader, stallMs);
      if (done) return;
      const given = performance.now();
      yield value;
      longestPauseMs = Math.max(longestPauseMs, performance.now() - given);
    }
  } catch (error) {
    if (!hangUp.signal.aborted && longestPauseMs < SLOW_READER_MS) onBroken();
    yield { type: "error", error };
  } finally {
    hangUp.abort();
    await reader.cancel().catch(() => undefined);
  }
}

async function readInTime(
  reader: Reader,
  stallMs: number,
): Promise<ReadableStreamReadResult<LanguageModelV3StreamPart>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stalled = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new DOMException(`nothing for ${stallMs / 1000} s in the middle of the answer`, "TimeoutError"));
    }, stallMs);
  });
  try {
    return await Promise.race([reader.read(), stalled]);
  } finally {
    clearTimeout(timer);
  }
}

/** For models that do not heed the signal they are given. */
async function orAborted<Value>(value: PromiseLike<Value>, signal: AbortSignal): Promise<Value> {
  signal.throwIfAborted();
  let listener: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    listener = () => reject(signal.reason);
    signal.addEventListener("abort", listener, { once: true });
  });
  try {
    return await Promise.race([value, aborted]);
  } finally {
    if (listener !== undefined) signal.removeEventListener("abort", listener);
  }
}
