import type { LanguageModelV3 } from "@ai-sdk/provider";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createProviders } from "@/lib/gateway/providers";
import { answerEvents, PROVIDER_KINDS, type ProviderKind, usageOf, wholeAnswer } from "@/lib/test/provider-protocols";
import { cleanUsage } from "./clean-usage";
import { soundModel } from "./sound-usage";

const prompt = [{ role: "user" as const, content: [{ type: "text" as const, text: "Hi" }] }];

/** The real provider package before an answer: what it makes of this usage, whole and streamed. */
async function countsOf(kind: ProviderKind, usage: unknown) {
  const settings = { openaiApiKey: "k", anthropicApiKey: "k", compatibleApiKey: "k", compatibleBaseUrl: "http://x/v1" };
  const providers = createProviders(settings, async (_, init) =>
    String(init?.body).includes('"stream":true')
      ? new Response(answerEvents(kind, "word", usage).join(""))
      : Response.json(wholeAnswer(kind, "word", usage)),
  );
  const model = soundModel(providers.model(`${kind}/m`, "test").languageModel as LanguageModelV3);
  const whole = await model.doGenerate({ prompt });
  expect(whole.content).toMatchObject([{ type: "text", text: "word" }]);
  let streamed: typeof whole.usage | undefined;
  for await (const part of (await model.doStream({ prompt })).stream) {
    expect(part.type).not.toBe("error");
    if (part.type === "finish") streamed = part.usage;
  }
  return [whole.usage, streamed].map((counted) => [counted?.inputTokens.total, counted?.outputTokens.total]);
}

const both = (...counts: readonly (number | undefined)[]) => [counts, counts];
const COUNT_NAMES = [
  ...["prompt_tokens", "completion_tokens", "total_tokens", "input_tokens", "output_tokens", "iterations", "type"],
  ...["cache_creation_input_tokens", "cache_read_input_tokens", "cached_tokens", "reasoning_tokens"],
  ...["prompt_tokens_details", "completion_tokens_details", "output_tokens_details", "thinking_tokens"],
];
/** Any JSON, with the names that a usage has. */
const { usage: anyUsage } = fc.letrec((tie) => ({
  leaf: fc.oneof(
    fc.jsonValue({ maxDepth: 1 }),
    fc.integer(),
    fc.double(),
    fc.nat(100).map(String),
    fc.constantFrom("message", "12", "1e3", " 7 ", "-4", 1e300, null),
  ),
  usage: fc.oneof(
    { depthSize: "small" },
    tie("leaf"),
    fc.dictionary(fc.constantFrom(...COUNT_NAMES), tie("usage")),
    fc.array(tie("usage"), { maxLength: 3 }),
  ),
}));

describe.each(PROVIDER_KINDS)("a usage of %s", (kind) => {
  it.each([
    ["digits", "12", "7", both(12, 7)],
    ["fractions", 2.5, "6.1", both(3, 7)],
    ["null", null, null, both(undefined, undefined)],
    ["negative", -5, "-1", both(undefined, undefined)],
    ["absurd", 1e18, "1e18", both(undefined, undefined)],
    ["one of them", 12, {}, both(12, undefined)],
    ["missing", undefined, undefined, both(undefined, undefined)],
  ])("in %s", async (_, input, output, expected) => {
    expect(await countsOf(kind, usageOf(kind, input, output))).toEqual(expected);
  });

  it.each(["12", [], ["usage"], 5, true, null, undefined, {}])("that is %j is none", async (usage) => {
    expect(await countsOf(kind, usage)).toEqual(both(undefined, undefined));
  });

  it("loses parts that cannot be read, and keeps its own counts", async () => {
    const parts = { total_tokens: "many", prompt_tokens_details: "none", completion_tokens_details: ["3"] };
    const details = { output_tokens_details: { thinking_tokens: "none" }, iterations: "two" };
    expect(await countsOf(kind, { ...usageOf(kind, 12, 7), ...parts, ...details })).toEqual(both(12, 7));
  });

  it("is read whatever it is, and gives whole counts or none", async () => {
    await fc.assert(
      fc.asyncProperty(anyUsage, async (usage) => {
        for (const count of (await countsOf(kind, usage)).flat()) {
          if (count !== undefined) expect(Number.isSafeInteger(count) && count >= 0).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});

it("counts of caches and iterations that cannot be true make the whole unknown, since they are added to it", async () => {
  const cache = (tokens: unknown) => ({ ...usageOf("anthropic", 5, 7), cache_read_input_tokens: tokens });
  expect(await countsOf("anthropic", cache("500"))).toEqual(both(505, 7));
  expect(await countsOf("anthropic", cache("many"))).toEqual(both(undefined, 7));
  const iterations = (tokens: unknown) => ({
    ...usageOf("anthropic", 5, 7),
    iterations: [{ type: "message", input_tokens: "20", output_tokens: tokens }, "none", { type: "new" }],
  });
  expect(await countsOf("anthropic", iterations(30))).toEqual(both(20, 30));
  expect(await countsOf("anthropic", iterations(-30))).toEqual(both(20, undefined));
});

it("what is right stays the very document, and cleaning twice changes no more", () => {
  for (const protocol of ["openai", "anthropic"] as const) {
    const answer = wholeAnswer(protocol, "word", usageOf(protocol, 12, 7));
    expect(cleanUsage(answer, protocol)).toBe(answer);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.jsonValue(),
          anyUsage.map((usage) => wholeAnswer(protocol, "word", usage)),
        ),
        (said) => {
          const cleaned = cleanUsage(said, protocol);
          expect(cleanUsage(cleaned, protocol)).toBe(cleaned);
        },
      ),
    );
  }
});

it("an embedding's usage is cleaned too, and asks for no tokens of an answer", () => {
  expect(cleanUsage({ data: [], usage: { prompt_tokens: "8", total_tokens: 8 } }, "openai")).toEqual({
    data: [],
    usage: { prompt_tokens: 8, total_tokens: 8 },
  });
});
