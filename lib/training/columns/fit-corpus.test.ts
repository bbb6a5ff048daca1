import { describe, expect, it } from "vitest";
import { deviation, mean } from "@/lib/math/moments";
import { HAND_FEATURES } from "@/lib/text/hand-features";
import { BLOCK_SIZE, createNgramCounter } from "@/lib/text/hashed-features";
import { fitCorpus } from "./fit-corpus";

const PROMPTS = ["sonnet", "sonnet sonnet", "villanelle", "A haiku, perhaps?"];

function wordColumn(word: string): number {
  return createNgramCounter()(word).columns.find((column) => column < BLOCK_SIZE) ?? Number.NaN;
}

describe("fitCorpus", () => {
  it("counts prompts, not words: ln((1 + n) / (1 + prompts with it)) + 1", () => {
    const { idf } = fitCorpus(PROMPTS);
    expect(idf[wordColumn("sonnet")]).toBeCloseTo(Math.log(5 / 3) + 1, 6);
    expect(idf[wordColumn("villanelle")]).toBeCloseTo(Math.log(5 / 2) + 1, 6);
    expect(idf[wordColumn("limerick")]).toBeCloseTo(Math.log(5) + 1, 6);
  });

  it("standardises hand features over its own prompts", () => {
    const corpus = fitCorpus(PROMPTS);
    const characters = HAND_FEATURES.indexOf("characters");
    const values = corpus.read(PROMPTS).map(({ hand }) => hand[characters] ?? Number.NaN);
    expect(mean(values)).toBeCloseTo(0, 9);
    expect(deviation(values)).toBeCloseTo(1, 4);
    expect(corpus.handMeans[characters]).toBeCloseTo(mean(PROMPTS.map((prompt) => Math.log(1 + prompt.length))), 12);
  });

  it("keeps a feature that never varies at 0, not NaN, and cuts a new extreme off at ±4", () => {
    const corpus = fitCorpus(PROMPTS);
    const code = HAND_FEATURES.indexOf("code");
    expect(corpus.read(PROMPTS).map(({ hand }) => hand[code])).toEqual([0, 0, 0, 0]);
    expect(corpus.read(["def x():"])[0]?.hand[code]).toBe(4);
    expect(corpus.read(PROMPTS).every(({ hand }) => hand.every(Number.isFinite))).toBe(true);
  });

  it("reads in the order asked for, repeated prompts too, and known ones without weighing them twice", () => {
    const corpus = fitCorpus(PROMPTS);
    const asked = ["villanelle", "new to it", "sonnet", "villanelle", "new to it"];
    const once = corpus.read(asked);
    expect(once.map(({ prompt }) => prompt)).toEqual(asked);
    expect(corpus.read(asked)).toEqual(once);
    expect(corpus.read(["sonnet"])[0]?.row).toEqual(fitCorpus(PROMPTS).read(["sonnet"])[0]?.row);
  });

  it("learns nothing from prompts that are only read", () => {
    const corpus = fitCorpus(PROMPTS);
    const before = Array.from(corpus.idf);
    corpus.read(["limerick", "limerick again"]);
    expect(Array.from(corpus.idf)).toEqual(before);
  });
});
