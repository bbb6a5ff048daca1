import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { RouterId } from "@/lib/domain/router-id";
import { artifactManifestSchema } from "@/lib/schemas/artifacts/artifact-manifest";
import { readArtifact } from "@/lib/storage/read-artifact";
import { calibrationsOf, listingOf } from "@/lib/test/page-file-fixture";
import { sampleHandOver, sampleThresholds } from "@/lib/test/sample-hand-over";
import { resetProcess } from "@/lib/test/start-anew";
import { alphaForShare } from "@/lib/view/shared/router-alpha";

const root = mkdtempSync(join(tmpdir(), "own-samples-"));
afterAll(() => rmSync(root, { recursive: true }));

const { date, seed, schemaVersion } = await readArtifact({
  directory: "public/artifacts",
  path: "manifest.json",
  schema: artifactManifestSchema,
});

/** A server that has just started, with the given variables, on the state of this test. */
async function start(variables: Readonly<Record<string, string>> = {}) {
  resetProcess();
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  const [saved, { readOwnSamples }, { loadPlayground }, { loadExplorerData }] = await Promise.all([
    import("./calibration-library"),
    import("./own-samples"),
    import("@/lib/pages/playground/load-playground"),
    import("@/lib/pages/explore/explorer-data"),
  ]);
  return { ...saved, readOwnSamples, loadPlayground, loadExplorerData };
}
type Server = Awaited<ReturnType<typeof start>>;

async function saveDefault(
  server: Server,
  options: { readonly router: RouterId; readonly name: string; readonly thresholds?: number[] },
) {
  const { router, name, thresholds } = options;
  const handOver = sampleHandOver({ router, artifacts: { date, seed, schemaVersion } });
  const { id } = await server.save({ name, handOver, thresholds });
  return server.changeSaved(id, { isDefault: true });
}

beforeEach(() => {
  const names = Object.keys(process.env).filter((name) => /^(ROUTELLM|OPENAI|ANTHROPIC|DATABASE)_/.test(name));
  for (const name of names) vi.stubEnv(name, undefined);
  vi.stubEnv("ROUTELLM_STATE", mkdtempSync(join(root, "state-")));
});
/** What a browser has of the page: its file of calibrations beside it. */
async function loadPlayground(server: Awaited<ReturnType<typeof start>>) {
  const data = await server.loadPlayground({});
  return { ...data, ...calibrationsOf(data.calibrations), ...listingOf(data.listing) };
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe("the default calibration of a router", () => {
  it("gives it its α in the playground and the explorer at every share, under its name, until it is deleted", async () => {
    const server = await start();
    const before = await loadPlayground(server);
    // Looking is not writing.
    expect(readdirSync(process.env.ROUTELLM_STATE ?? "")).toEqual([]);
    const { id } = await saveDefault(server, { router: "mf", name: "March", thresholds: sampleThresholds() });
    const { samples, given, cards } = await loadPlayground(server);
    const alphaAt = (strongShare: number) => alphaForShare({ sample: samples.mf, given: given.mf }, strongShare);
    expect([0.5, 0.75].map(alphaAt)).toEqual([0.25, 0.125]);
    expect(Object.keys(given)).toEqual(["mf"]);
    expect(cards.mf).toEqual({
      ...before.cards.mf,
      calibratedOn: "1,000 prompts of your own, saved as “March”.",
      ownSample: "March",
    });
    expect(samples.bert).toEqual(before.samples.bert);
    expect(cards.bert).toEqual(before.cards.bert);
    const explorer = await server.loadExplorerData();
    expect(explorer.ownSamples).toEqual({ mf: { name: "March", prompts: 1000, winRates: samples.mf, alpha: 0.25 } });
    expect(calibrationsOf(explorer.calibrations).samples).toEqual(before.samples);
    expect(explorer.calibrations).toBe(before.calibrations);

    await server.deleteSaved(id);
    expect((await loadPlayground(server)).samples).toEqual(before.samples);
    expect((await server.loadExplorerData()).ownSamples).toEqual({});
  });

  it("is one α for every share where no table was kept, which the playground says and the explorer leaves out", async () => {
    const server = await start();
    await saveDefault(server, { router: "bert", name: "By hand" });
    const { samples, given, cards } = await loadPlayground(server);
    expect([samples.bert, given]).toEqual([[], { bert: 0.25 }]);
    expect(cards.bert.calibratedOn).toBe(
      "1,000 prompts of your own, saved as “By hand”. Only its α of 0.25 was kept, so the target share does not move it.",
    );
    expect((await server.loadExplorerData()).ownSamples).toEqual({});
  });

  it("belongs to what scored its prompts: a stand-in's is not the shipped router's, nor the other way round", async () => {
    const standIn = {
      OPENAI_COMPATIBLE_BASE_URL: "http://127.0.0.1:9/v1",
      ROUTELLM_CAUSAL_LLM_MODEL: "openai-compatible/mine",
    };
    const withStandIn = await start(standIn);
    await saveDefault(withStandIn, { router: "causal_llm", name: "Mine", thresholds: sampleThresholds() });
    expect((await withStandIn.readOwnSamples()).get("causal_llm")?.name).toBe("Mine");
    expect((await withStandIn.loadExplorerData()).ownSamples).toEqual({});

    for (const name of Object.keys(standIn)) vi.stubEnv(name, undefined);
    const shipped = await start();
    expect((await shipped.readOwnSamples()).size).toBe(0);
    expect((await shipped.listSaved()).map(({ outdated }) => outdated)).toEqual([
      "It was calibrated with a stand-in for this router, but this server asks the shipped router; score the prompts again.",
    ]);
    await saveDefault(shipped, { router: "causal_llm", name: "Shipped", thresholds: sampleThresholds() });
    expect((await shipped.readOwnSamples()).get("causal_llm")?.name).toBe("Shipped");
    expect((await (await start(standIn)).readOwnSamples()).size).toBe(0);
  });

  it("is done without where the database cannot be used, and the log says why", async () => {
    const file = join(root, "in-the-way");
    writeFileSync(file, "");
    const server = await start({ ROUTELLM_STATE: file });
    const log = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    expect((await server.readOwnSamples()).size).toBe(0);
    expect(log).toHaveBeenCalledExactlyOnceWith(expect.stringContaining(`The database ${join(file, "routellm.db")}`));
    const { samples } = await loadPlayground(server);
    expect(samples.mf.length).toBeGreaterThan(1001);
  });
});
