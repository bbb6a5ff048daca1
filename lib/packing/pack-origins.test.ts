import { describe, expect, it } from "vitest";
import { createRandom } from "@/lib/math/seeded-random";
import { signSketch } from "@/lib/math/sign-sketch";
import type { RegisteredBattle } from "@/lib/routers/battle-register";
import { originsArtifactSchema } from "@/lib/schemas/artifacts/origins-artifact";
import { createNgramCounter, TEXT_COLUMNS, weighRow } from "@/lib/text/hashed-features";
import { packOrigins, unpackRegister, unpackSample } from "./pack-origins";

const battle = (id: string, changes: Partial<RegisteredBattle> = {}): RegisteredBattle => ({
  source: "one",
  id,
  evidence: "answers",
  modelA: "ant",
  modelB: "bee",
  outcome: 1,
  weight: 1,
  ...changes,
});
const rows = [
  [battle("1"), battle("2", { modelA: "bee", modelB: "cat", evidence: "votes", weight: 0.02, outcome: 0.5 })],
  [],
  [battle("3", { source: "two", outcome: 0.6125 })],
];
const random = createRandom(3);
const idf = Float32Array.from({ length: TEXT_COLUMNS }, () => 1 + random());
const sample = [
  { prompt: "What is a sonnet?", origin: { source: "two", id: "7" } },
  { prompt: "Prove it.", origin: { source: "three", id: "8" } },
];
const artifact = packOrigins({ rows, sample, idf });

describe("packOrigins", () => {
  it("passes its schema, and comes back as it went in, outcomes to three decimals", () => {
    const register = unpackRegister(originsArtifactSchema.parse(JSON.parse(JSON.stringify(artifact))));
    expect(register.rows).toBe(3);
    expect([0, 1].map(register.battlesOf)).toEqual(rows.slice(0, 2));
    expect(register.battlesOf(2)).toEqual([battle("3", { source: "two", outcome: 0.613 })]);
    expect(register.battlesOf(9)).toEqual([]);
  });

  it("holds sketches of the sample's prompts, bit by bit, and none of their words", () => {
    const { origins, sketches } = unpackSample(originsArtifactSchema.parse(artifact));
    expect(origins).toEqual(sample.map(({ origin }) => origin));
    const count = createNgramCounter();
    const expected = sample.flatMap(({ prompt }) => [...signSketch(weighRow(count(prompt), idf))]);
    expect([...sketches]).toEqual(expected);
    expect(JSON.stringify(artifact)).not.toContain("sonnet");
  });

  it("is refused with a column cut short", () => {
    const damaged = { ...artifact, battles: { ...artifact.battles, id: ["1"] } };
    expect(originsArtifactSchema.safeParse(damaged).success).toBe(false);
  });
});
