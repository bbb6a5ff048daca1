import { expect, it } from "vitest";
import { ROUTER_IDS } from "@/lib/domain/router-id";
import { artifactManifestSchema } from "@/lib/schemas/artifacts/artifact-manifest";
import { figuresArtifactSchema } from "@/lib/schemas/artifacts/figures-artifact";
import { speedMeasurementSchema } from "@/lib/schemas/artifacts/speed-measurement";
import { readArtifact } from "@/lib/storage/read-artifact";
import { routerFacts } from "./router-facts";

it("finds every file that a router needs, and its figures, in what is shipped", async () => {
  const directory = "public/artifacts";
  const manifest = await readArtifact({ directory, path: "manifest.json", schema: artifactManifestSchema });
  const figures = await readArtifact({ directory, path: "figures.json", schema: figuresArtifactSchema });
  const speed = await readArtifact({
    directory: "public/measurements",
    path: "speed.json",
    schema: speedMeasurementSchema,
  });
  const facts = routerFacts({ manifest, figures, speed });
  expect(facts.map(({ router }) => router)).toEqual([...ROUTER_IDS]);
  for (const { router, bytes, p95Ms, trainingSeconds, quality } of facts) {
    if (router !== "random") expect(bytes).toBeGreaterThan(0);
    expect(p95Ms).toBeGreaterThan(0);
    expect(trainingSeconds).toBeGreaterThan(0);
    expect(quality.gsm8k.interval[0]).toBeLessThan(quality.gsm8k.interval[1]);
  }
  // The shared encoder counts for both that stand on it; one without it must be smaller than the sum.
  const bytesOf = (id: string) => facts.find(({ router }) => router === id)?.bytes ?? 0;
  const size = (path: string) => manifest.files.find((file) => file.path === path)?.bytes ?? Number.NaN;
  expect(bytesOf("mf")).toBe(size("encoder.json") + size("mf.json"));
  expect(bytesOf("sw_ranking") - bytesOf("mf")).toBe(size("sw-ranking.json") - size("mf.json"));
});
