import { expect, it } from "vitest";
import { createRandom } from "@/lib/math/seeded-random";
import { type SyntheticKind, synthesizePrompts } from "./synthetic-prompts";

const KINDS: readonly SyntheticKind[] = ["multiple choice", "word problem", "code", "chat"];

it("makes the same different prompts of the same seed, and others of another", () => {
  for (const kind of KINDS) {
    const make = (seed: number) => synthesizePrompts({ count: 200, kind, random: createRandom(seed) });
    expect(make(1)).toEqual(make(1));
    expect(new Set([...make(1), ...make(2)].map(({ prompt }) => prompt)).size).toBe(400);
  }
});

it("plants difficulty: the hardest hold hard words alone, the easiest none", () => {
  const [easy, hard] = [0, 0.999_999].map((difficulty) => {
    const random = createRandom(3);
    let first = true;
    const [made] = synthesizePrompts({
      count: 1,
      kind: "chat",
      random: () => {
        const draw = first ? difficulty : random();
        first = false;
        return draw;
      },
    });
    return made?.prompt ?? "";
  });
  expect(easy).toMatch(/cat|garden|bread|summer|holiday|music/);
  expect(easy).not.toMatch(/entropy|isomorphism|jurisprudence|asymptotic|polymerase|eigenvector/);
  expect(hard).toMatch(/entropy|isomorphism|jurisprudence|asymptotic|polymerase|eigenvector/);
  expect(hard).not.toMatch(/cat|garden|bread|summer|holiday|music/);
});
