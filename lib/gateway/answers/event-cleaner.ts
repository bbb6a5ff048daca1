import { ANSWER_LIMITS, checkBytes } from "./answer-size";
import { cleanUsage, type Protocol } from "./clean-usage";

const [LF, CR] = [10, 13];
/** What an event has to hold for a usage to be in it, or to be missing from it. */
const MARK: Readonly<Record<Protocol, string>> = { openai: '"usage"', anthropic: "message_" };

/**
 * Server-sent events as they come, each given on at its end: as it is, byte for byte, or with a usage that the SDK can
 * read. Holds one event at a time.
 * @throws OverlongAnswer, as an error of the stream, where an event or all of them are too long.
 */
export function createEventCleaner(
  protocol: Protocol,
  limits: Readonly<Record<"eventBytes" | "streamBytes", number>> = ANSWER_LIMITS,
): TransformStream<Uint8Array, Uint8Array> {
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  let streamBytes = 0;
  let isLineEmpty = true;
  let isAfterCr = false;

  function hold(part: Uint8Array): void {
    heldBytes += part.byteLength;
    checkBytes(heldBytes, limits.eventBytes, "an event of its answer");
    held.push(part);
  }
  function take(): Uint8Array {
    const event = Buffer.concat(held);
    held = [];
    heldBytes = 0;
    return cleanEvent(event, protocol);
  }

  return new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      streamBytes += chunk.byteLength;
      checkBytes(streamBytes, limits.streamBytes, "its answer");
      let start = 0;
      for (let index = 0; index < chunk.byteLength; index++) {
        const byte = chunk[index];
        const endsLine = byte === CR || (byte === LF && !isAfterCr);
        const isEnd = endsLine && isLineEmpty;
        // The second half of a line's end belongs to its first.
        if (!(byte === LF && isAfterCr)) isLineEmpty = endsLine;
        isAfterCr = byte === CR;
        if (!isEnd) continue;
        hold(chunk.subarray(start, index + 1));
        start = index + 1;
        controller.enqueue(take());
      }
      if (start < chunk.byteLength) hold(chunk.subarray(start));
    },
    flush(controller) {
      if (heldBytes > 0) controller.enqueue(take());
    },
  });
}

/** @param event its lines with their ends. */
function cleanEvent(event: Buffer, protocol: Protocol): Uint8Array {
  if (!event.includes(MARK[protocol])) return event;
  const lines = new TextDecoder().decode(event).split(/\r\n|\r|\n/);
  const data = lines.flatMap((line) => (line.startsWith("data:") ? [line.slice(5)] : [])).join("\n");
  const cleaned = cleanJson(data, protocol);
  if (cleaned === undefined) return event;
  const others = lines.filter((line) => line !== "" && !line.startsWith("data:"));
  return Buffer.from(`${[...others, `data: ${cleaned}`].join("\n")}\n\n`);
}

/** @returns the JSON with a usage that the SDK can read; undefined where the text needs no change, or is no JSON. */
export function cleanJson(text: string, protocol: Protocol): string | undefined {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    // What is no answer at all is for the SDK to say.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  const cleaned = cleanUsage(document, protocol);
  return cleaned === document ? undefined : JSON.stringify(cleaned);
}
