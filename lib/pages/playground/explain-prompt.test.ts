import { describe, expect, it } from "vitest";
import type { RouterExplanation } from "@/lib/domain/router-explanation";
import { ROUTER_IDS, type RouterId } from "@/lib/domain/router-id";
import { getServedRouters } from "@/lib/serving/served-routers";
import { EXAMPLE_PROMPTS } from "@/lib/view/playground/example-prompts";
import { explainPrompt } from "./explain-prompt";

/** Every kind of prompt that the encoder knows, with what is hard to cut: a long one, another script, a single word. */
const PROMPTS = [
  ...["maths-grid-proof", "code"].flatMap(
    (start) => EXAMPLE_PROMPTS.find(({ id }) => id.startsWith(start))?.prompt ?? [],
  ),
  "Which of these is a noble gas?\nA. neon\nB. iron\nC. oxygen\nD. sulfur",
  "A train leaves at 9 and travels 60 km per hour for 3 hours; how many kilometres are left of 400, and how many hours?",
  "请证明根号二是无理数。",
  "Hello",
  EXAMPLE_PROMPTS.map(({ prompt }) => prompt).join("\n\n"),
];

const EXPLAINED = ROUTER_IDS.filter((id): id is RouterExplanation["kind"] => id !== "random");

type Explained<Kind extends RouterExplanation["kind"]> = Extract<RouterExplanation, { readonly kind: Kind }>;

async function explain<Kind extends RouterExplanation["kind"]>(kind: Kind, prompt: string): Promise<Explained<Kind>> {
  const { explanation } = await explainPrompt(kind, prompt);
  const isOfKind = (each: RouterExplanation): each is Explained<Kind> => each.kind === kind;
  if (!isOfKind(explanation)) throw new TypeError(`${kind} explained itself as ${explanation.kind}`);
  return explanation;
}

const winRateOf = async (id: RouterId, prompt: string) =>
  (await (await getServedRouters()).get(id)?.scoreBatch([prompt]))?.[0];

describe("explainPrompt", () => {
  it.each(EXPLAINED)("%s explains the very win rate that it gives", async (id) => {
    for (const prompt of PROMPTS) {
      // The transformers round differently in batches of other lengths.
      expect((await explain(id, prompt)).winRate, prompt.slice(0, 40)).toBeCloseTo(
        (await winRateOf(id, prompt)) ?? Number.NaN,
        6,
      );
    }
  });

  it("mf: the summands add up to the log-odds, for every kind of prompt", async () => {
    for (const prompt of PROMPTS) {
      const { parts, winRate } = await explain("mf", prompt);
      const total = parts.reduce((sum, { value }) => sum + value, 0);
      expect(total, prompt.slice(0, 40)).toBeCloseTo(Math.log(winRate / (1 - winRate)), 9);
    }
  });

  it("sw_ranking: the heaviest battles come first, each with its data set and row; no text anywhere", async () => {
    const explanation = await explain("sw_ranking", PROMPTS[0] ?? "");
    const { battles, battleCount, totalWeight, tiers, strongTier, weakTier, winRate } = explanation;
    expect(battles).toHaveLength(8);
    for (const [index, { source, id, weight, similarity }] of battles.entries()) {
      expect(source).not.toBe("");
      expect(id).not.toBe("");
      expect(Math.abs(similarity)).toBeLessThanOrEqual(1 + 1e-6);
      expect(weight).toBeLessThanOrEqual(battles[index - 1]?.weight ?? 100 + 1e-6);
    }
    expect(battleCount).toBeGreaterThan(1000);
    expect(totalWeight).toBeGreaterThan(battles.reduce((sum, { weight }) => sum + weight, 0));
    const points = (tier: number) => tiers.find((each) => each.tier === tier)?.after ?? Number.NaN;
    expect(1 / (1 + 10 ** ((points(weakTier) - points(strongTier)) / 400))).toBeCloseTo(winRate, 9);
  });

  it("bert: the pieces cover the prompt without gaps, and not all of them are of no account", async () => {
    for (const prompt of PROMPTS) {
      const { pieces, winRate } = await explain("bert", prompt);
      if (pieces.length === 0) {
        expect(prompt).toBe("Hello");
        continue;
      }
      expect(pieces.map(({ start, end }) => prompt.slice(start, end)).join("")).toBe(prompt);
      expect(pieces.length).toBeLessThanOrEqual(49);
      expect(
        pieces.some(({ without }) => Math.abs(without - winRate) > 1e-6),
        prompt.slice(0, 40),
      ).toBe(true);
    }
  });

  it("causal_llm: five probabilities that add up to 1, but for what went to other tokens", async () => {
    const { labels } = await explain("causal_llm", PROMPTS[0] ?? "");
    expect(labels.map(({ label }) => label)).toEqual(["[[1]]", "[[2]]", "[[3]]", "[[4]]", "[[5]]"]);
    const total = labels.reduce((sum, { probability }) => sum + probability, 0);
    expect(total).toBeLessThanOrEqual(1 + 1e-6);
    expect(total).toBeGreaterThan(0.99);
  });

  it("length: says where the prompt stands among the calibration sample", async () => {
    const short = await explainPrompt("length", "Hi");
    const long = await explainPrompt("length", PROMPTS.at(-1) ?? "");
    expect(short).toMatchObject({ explanation: { characters: 2, counted: 2 } });
    expect(short.lengths?.shorter).toBeLessThan(0.005);
    expect(long.lengths?.shorter).toBeGreaterThan(0.99);
    const [low = 0, middle = 0, high = 0] = short.lengths?.percentiles ?? [];
    expect(low < middle && middle < high).toBe(true);
  });

  it("random: says that there is nothing to say", async () => {
    await expect(explainPrompt("random", "Hi")).rejects.toMatchObject({
      code: "not_found",
      message: expect.stringContaining("a fixed draw"),
    });
  });
});
