import { scaleForSimilarity } from "@/lib/embeddings/similarity-scales";
import { unitVector } from "@/lib/math/unit-vector";
import { unpackRegister } from "@/lib/packing/pack-origins";
import type { RegisteredBattle } from "@/lib/routers/battle-register";
import type { OriginsArtifact } from "@/lib/schemas/artifacts/origins-artifact";
import { VOTE_SOURCE } from "@/lib/schemas/web/retraining-state";
import type { ReplayedBattle } from "@/lib/training/replay-battles";
import { collectPrompts } from "@/lib/training/sources/collect-prompts";
import { type EmbeddedVote, type RefitBase, toBattle } from "./fit-on-votes";

/**
 * The battles behind each row of the refitted `sw_ranking`: those of the shipped rows, and the votes.
 * @returns (rows of the refit) in their order, which is that of `refitSimilarity` on the same battles and votes.
 */
export function refitRegister(options: {
  base: RefitBase;
  votes: readonly EmbeddedVote[];
  weight: number;
  origins: OriginsArtifact;
}): RegisteredBattle[][] {
  const { base, votes, weight, origins } = options;
  const register = unpackRegister(origins);
  const battles: readonly ReplayedBattle[] = [...base.battles, ...votes.map((vote) => toBattle(vote, base, weight))];
  const { unique, indices } = collectPrompts(
    battles.map(({ embedding }) => {
      const { vector, group } = scaleForSimilarity(embedding);
      return { vector: unitVector(vector), group };
    }),
  );
  const rows = unique.map((): RegisteredBattle[] => []);
  const filed = new Set<number>();
  battles.forEach(({ row }, index) => {
    const place = rows[indices[index] ?? -1];
    const vote = votes[index - base.battles.length];
    if (vote !== undefined) {
      const { strong: modelA, weak: modelB } = base.pair;
      place?.push({
        source: VOTE_SOURCE,
        id: vote.id,
        evidence: "votes",
        weight,
        modelA,
        modelB,
        outcome: vote.outcome,
      });
    } else if (!filed.has(row)) {
      filed.add(row);
      place?.push(...register.battlesOf(row));
    }
  });
  return rows;
}

/** The register in the columns of its artifact, beside the calibration sample as it was. */
export function packRegister(
  rows: readonly (readonly RegisteredBattle[])[],
  { sample, ...shipped }: OriginsArtifact,
): OriginsArtifact {
  const place = (names: string[]) => {
    const places = new Map(names.map((name, index) => [name, index]));
    return (name: string): number => {
      const known = places.get(name) ?? names.push(name) - 1;
      places.set(name, known);
      return known;
    };
  };
  const [sources, models] = [[...shipped.sources], [...shipped.models]];
  const kinds = shipped.evidence.map(({ kind, weight }) => `${kind} ${weight}`);
  const [source, model, kind] = [place(sources), place(models), place(kinds)];
  const battles = rows.flat();
  const evidence = battles.map((battle) => kind(`${battle.evidence} ${battle.weight}`));
  const ofKind = new Map(
    battles.map((battle, index) => [evidence[index], { kind: battle.evidence, weight: battle.weight }]),
  );
  return {
    ...shipped,
    sources,
    models,
    evidence: kinds.flatMap((_, index) => ofKind.get(index) ?? shipped.evidence[index] ?? []),
    battles: {
      counts: rows.map(({ length }) => length),
      source: battles.map((battle) => source(battle.source)),
      id: battles.map(({ id }) => id),
      evidence,
      modelA: battles.map(({ modelA }) => model(modelA)),
      modelB: battles.map(({ modelB }) => model(modelB)),
      outcome: battles.map(({ outcome }) => outcome),
    },
    sample,
  };
}
