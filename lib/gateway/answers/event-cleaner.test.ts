import fc from "fast-check";
import { expect, it } from "vitest";
import { createEventCleaner } from "./event-cleaner";

const LIMITS = { eventBytes: 1000, streamBytes: 5000 };

async function clean(parts: readonly Uint8Array[], limits = LIMITS): Promise<string> {
  const source = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const part of parts) controller.enqueue(part);
      controller.close();
    },
  });
  return new Response(source.pipeThrough(createEventCleaner("openai", limits))).text();
}
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const BAD = '{"choices":[],"usage":{"prompt_tokens":"12","completion_tokens":7}}';
const GOOD = '{"choices":[],"usage":{"prompt_tokens":12,"completion_tokens":7}}';

it("changes events with a usage that cannot be read, and leaves all else byte for byte", async () => {
  const others = [
    ': ping\n\nid: 4\ndata: {"a":"ü"}\n\n',
    `data: ${GOOD}\r\n\r\n`,
    "\n\ndata: [DONE]\n\n",
    "data: {oops",
  ];
  expect(await clean([bytes(others.join(""))])).toBe(others.join(""));
  expect(await clean([bytes(`event: x\nid: 1\ndata: ${BAD}\n\n`)])).toBe(`event: x\nid: 1\ndata: ${GOOD}\n\n`);
  // JSON over several lines of data is one document.
  expect(await clean([bytes(`data: {"choices":[],\ndata: "usage":"none"}\n\n`)])).toMatch(/^data: .*-\d+.*\n\n$/);
});

it("does the same wherever the network cuts it, whatever ends its lines", async () => {
  const texts = fc.array(fc.constantFrom(`data: ${BAD}`, 'data: {"a":"ü"}', ": ping", `id: 3\ndata:${GOOD}`, ""), {
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(texts, fc.constantFrom("\n", "\r\n", "\r"), fc.array(fc.nat(400)), async (events, end, cuts) => {
      const whole = bytes(events.map((event) => `${event}\n\n`.replaceAll("\n", end)).join(""));
      const places = [0, ...cuts.filter((cut) => cut < whole.length).toSorted((a, b) => a - b), whole.length];
      const parts = places.slice(1).map((place, index) => whole.subarray(places[index], place));
      const lines = (text: string) => text.split(/\r\n|\r|\n/).filter((line) => line !== "");
      const expected = lines(events.join("\n").replaceAll(BAD, GOOD));
      expect(lines(await clean(parts))).toEqual(expected);
      expect(lines(await clean([whole]))).toEqual(expected);
    }),
  );
});

it("gives each event on at its end, before there is another", async () => {
  const { readable, writable } = createEventCleaner("openai", LIMITS);
  const [writer, reader] = [writable.getWriter(), readable.getReader()];
  for (const data of ['{"a":1}', BAD]) {
    void writer.write(bytes(`data: ${data}\n`));
    void writer.write(bytes("\n"));
    const { value } = await reader.read();
    expect(new TextDecoder().decode(value)).toBe(`data: ${data === BAD ? GOOD : data}\n\n`);
  }
  await reader.cancel();
});

it("stops at an event, and at a stream, that is too long", async () => {
  const long = bytes(`data: ${"x".repeat(980)}\n\n`);
  expect(await clean([long])).toHaveLength(988);
  await expect(clean([bytes("data: "), bytes("x".repeat(995))])).rejects.toThrow("an event of its answer is longer");
  await expect(clean(Array.from({ length: 6 }, () => long))).rejects.toThrow("its answer is longer");
});
