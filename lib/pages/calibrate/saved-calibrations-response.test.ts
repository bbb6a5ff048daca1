import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { artifactManifestSchema } from "@/lib/schemas/artifacts/artifact-manifest";
import type { SavedCalibration } from "@/lib/schemas/web/saved-calibration";
import { readArtifact } from "@/lib/storage/read-artifact";
import { sampleHandOver, sampleThresholds } from "@/lib/test/sample-hand-over";
import { resetProcess } from "@/lib/test/start-anew";

const root = mkdtempSync(join(tmpdir(), "saved-response-"));
afterAll(() => rmSync(root, { recursive: true }));

/** The routes of a server that has just started. */
const routes = () => import("./saved-calibrations-response");

const { date, seed, schemaVersion } = await readArtifact({
  directory: "public/artifacts",
  path: "manifest.json",
  schema: artifactManifestSchema,
});
const handOver = sampleHandOver({ artifacts: { date, seed, schemaVersion } });

beforeEach(() => {
  resetProcess();
  vi.stubEnv("ROUTELLM_STATE", mkdtempSync(join(root, "state-")));
  vi.stubEnv("DATABASE_URL", undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const asJson = (body: unknown, type = "application/json") =>
  new Request("http://localhost/calibrate/saved", {
    method: "POST",
    headers: { "content-type": type },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

const saveNew = async (body: unknown): Promise<SavedCalibration> => {
  const response = await (await routes()).saveResponse(asJson(body));
  expect(response.status).toBe(201);
  return response.json();
};

const list = async (): Promise<SavedCalibration[]> => (await (await routes()).listSavedResponse()).json();

describe("saved calibrations over HTTP", () => {
  it("are saved, listed, renamed, made the default and deleted, and survive a new start", async () => {
    expect(await list()).toEqual([]);
    const one = await saveNew({ name: "  March ", handOver, thresholds: sampleThresholds() });
    expect(one).toEqual({
      ...{ id: expect.stringMatching(/^[0-9a-f-]{36}$/), name: "March", isDefault: false, handOver },
      savedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    });
    const two = await saveNew({ name: "April", handOver });
    const { changeSavedResponse, deleteSavedResponse } = await routes();
    expect(await (await changeSavedResponse(one.id, asJson({ isDefault: true }))).json()).toMatchObject({
      name: "March",
      isDefault: true,
    });
    const changed = await changeSavedResponse(two.id, asJson({ isDefault: true, name: "May" }));
    expect(await changed.json()).toMatchObject({ name: "May", isDefault: true });
    resetProcess();
    expect((await list()).map(({ name, isDefault }) => [name, isDefault])).toEqual([
      ["May", true],
      ["March", false],
    ]);
    expect((await deleteSavedResponse(two.id)).status).toBe(204);
    expect((await deleteSavedResponse(two.id)).status).toBe(404);
    expect(await list()).toEqual([one]);

    const { restoreSavedResponse } = await routes();
    const restored = await restoreSavedResponse(two.id);
    expect([restored.status, await restored.json()]).toMatchObject([200, { id: two.id, name: "May", isDefault: true }]);
    expect((await restoreSavedResponse(two.id)).status).toBe(404);
    expect((await deleteSavedResponse(two.id)).status).toBe(204);
    await saveNew({ name: "may", handOver });
    const taken = await restoreSavedResponse(two.id);
    expect([taken.status, await taken.json()]).toMatchObject([409, { message: expect.stringContaining("“May”") }]);
  });

  it.each([
    ["an empty name", { name: " \t", handOver }, "name must not be empty."],
    ["a long name", { name: "x".repeat(81), handOver }, "name must have at most 80 characters, but it has 81."],
    ["a name of two lines", { name: "a\nb", handOver }, "name must be one line, without control characters."],
    ["no name", { handOver }, "name must be a text."],
    [
      "an α beyond 1",
      { name: "a", handOver: { ...handOver, threshold: 1.5 } },
      "handOver.threshold is not as it should be: expected number to be <=1.",
    ],
    [
      "a price that is not there",
      { name: "a", handOver: { ...handOver, prices: { ...handOver.prices, weakPerMillion: Number.NaN } } },
      "handOver.prices.weakPerMillion is not as it should be: expected number, received null.",
    ],
    [
      "a model of another α",
      { name: "a", handOver: { ...handOver, model: "router-mf-0.11593" } },
      'handOver.model must be router-mf-0.25000, its router and threshold, but it was "router-mf-0.11593".',
    ],
    [
      "too few thresholds",
      { name: "a", handOver, thresholds: [0.5] },
      "thresholds is not as it should be: expected array to have exactly 1001 items.",
    ],
    [
      "thresholds that rise",
      { name: "a", handOver, thresholds: sampleThresholds().toReversed() },
      "thresholds must not rise: a larger share of strong calls never takes a larger α.",
    ],
    [
      "thresholds of another calibration",
      { name: "a", handOver, thresholds: sampleThresholds(0.3) },
      "thresholds must be those of the hand-over: for its share of 0.5 they give an α from 0.30000 to 0.30000, but it says 0.25000.",
    ],
    ["no object", "[1]", "The request is not as it should be: expected object, received array."],
    ["no JSON", "{", "The request is not JSON; its body must be one JSON object."],
    ["too much", "x".repeat(100_001), "The request must be at most 100000 bytes long.", 413],
  ])("refuse %s and keep nothing", async (_, body, message, status = 400) => {
    const response = await (await routes()).saveResponse(asJson(body));
    expect(await response.json()).toEqual({ message });
    expect(response.status).toBe(status);
    expect(await list()).toEqual([]);
  });

  it("refuse what another site's form could send, an unknown id and an empty change", async () => {
    const { saveResponse, changeSavedResponse, deleteSavedResponse } = await routes();
    expect((await saveResponse(asJson({ name: "a", handOver }, "text/plain"))).status).toBe(400);
    const { id } = await saveNew({ name: "a", handOver });
    const empty = await changeSavedResponse(id, asJson({}));
    expect([empty.status, await empty.json()]).toEqual([
      400,
      { message: "The request must hold a name, isDefault or both." },
    ]);
    expect((await changeSavedResponse("../../etc", asJson({ name: "b" }))).status).toBe(404);
    expect((await deleteSavedResponse("00000000-0000-4000-8000-000000000000")).status).toBe(404);
    const clash = await saveResponse(asJson({ name: "A", handOver }));
    expect([clash.status, await clash.json()]).toEqual([
      409,
      { message: "There is already a calibration named “A”; choose another name." },
    ]);
  });

  it("of other weights are kept and said to be outdated, and never become the default", async () => {
    const old = { ...handOver, artifacts: { date: "2020-01-01", seed: 7, schemaVersion } };
    const { id, outdated } = await saveNew({ name: "old", handOver: old });
    const why = `It was calibrated with the weights of 2020-01-01 (seed 7), but this server has those of ${date} (seed ${seed}); score the prompts again.`;
    expect(outdated).toBe(why);
    const response = await (await routes()).changeSavedResponse(id, asJson({ isDefault: true }));
    expect([response.status, await response.json()]).toEqual([
      409,
      { message: `This calibration cannot be the default. ${why}` },
    ]);
  });

  it("that cannot be reached are said to be so, without the server's folders, which its log names", async () => {
    const file = join(root, "a-file");
    writeFileSync(file, "");
    vi.stubEnv("ROUTELLM_STATE", file);
    const log = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const response = await (await routes()).listSavedResponse();
    expect([response.status, await response.json()]).toEqual([
      503,
      { message: "What is saved here cannot be reached now; the server’s log says why." },
    ]);
    expect(log).toHaveBeenCalledWith(expect.stringContaining(file));
    rmSync(file);
    expect(await list()).toEqual([]);
  });
});
