import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { inspectPrompts } from "@/lib/datasets/prompts/inspect-prompts";
import { createRandom } from "@/lib/math/seeded-random";
import { scoringRunSchema } from "@/lib/schemas/files/scoring-run";
import { runResultSchema } from "@/lib/schemas/web/run-calibration";
import { getRunEngine } from "@/lib/scoring/scoring-runs";
import { uploadStore } from "@/lib/scoring/uploaded-files";
import { synthesizePrompts } from "@/lib/test/synthetic-prompts";
import {
  cancelRunResponse,
  forgetRunResponse,
  listRunsResponse,
  runResponse,
  runResultResponse,
  startRunResponse,
} from "./run-responses";

const ROWS = 2_300;
const ABSENT = "00000000-0000-4000-8000-000000000000";

async function* content() {
  const prompts = synthesizePrompts({ count: ROWS, kind: "chat", random: createRandom(5) });
  yield Buffer.from(prompts.map(({ prompt }) => `${prompt}\n`).join(""));
}

const bring = () =>
  uploadStore().receive({
    owner: "somebody",
    name: "march.txt",
    content: content(),
    announcedBytes: undefined,
    signal: new AbortController().signal,
    inspect: (path) => inspectPrompts({ path, name: "march.txt" }),
  });

const post = (body: unknown, type = "application/json") =>
  startRunResponse(
    new Request("http://localhost/calibrate/runs", {
      method: "POST",
      headers: { "Content-Type": type },
      body: JSON.stringify(body),
    }),
  );

describe("scoring runs over HTTP, on real threads with the shipped routers", { timeout: 180_000 }, () => {
  let state: string;
  beforeAll(async () => {
    state = await mkdtemp(join(tmpdir(), "routellm-state-"));
    vi.stubEnv("ROUTELLM_STATE", state);
    vi.stubEnv("REDIS_URL", undefined);
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await rm(state, { recursive: true, force: true });
  });

  it("scores an upload, gives its result, and forgets it", async () => {
    const { id: upload } = await bring();
    const request = { upload, column: null, routers: ["mf", "length"], keepPrompts: false };
    const started = await post(request);
    expect(started.status).toBe(201);
    const { id } = scoringRunSchema.parse(await started.json());
    const early = await runResultResponse(id);
    expect(early.status).toBe(409);
    expect(await early.json()).toEqual({ message: expect.stringContaining("no result") });

    await (await getRunEngine()).settled();
    expect(scoringRunSchema.parse(await (await runResponse(id)).json())).toMatchObject({
      name: "march.txt",
      state: "done",
      rows: ROWS,
      scored: ROWS,
      problems: 0,
      failure: null,
    });
    const result = runResultSchema.parse(await (await runResultResponse(id)).json());
    expect(result).toMatchObject({ rows: ROWS, heldOut: ROWS / 5 });
    expect(Object.keys(result.routers)).toEqual(["mf", "length"]);
    expect(result.routers.mf?.comparisons.map(({ with: name }) => name)).toEqual([
      "mmlu",
      "gsm8k",
      "mt-bench",
      "training",
    ]);
    expect((await readdir(join(state, "runs", id))).toSorted()).toEqual([
      "chunks",
      "result.json",
      "run.json",
      "scores.bin",
    ]);
    expect(await readdir(join(state, "uploads"))).toEqual([]);
    expect(await (await listRunsResponse()).json()).toMatchObject([{ id, state: "done" }]);

    expect((await forgetRunResponse(id)).status).toBe(204);
    expect((await runResponse(id)).status).toBe(404);
    expect(await readdir(join(state, "runs"))).toEqual([]);
  });

  it.each([
    ["an upload that is not there", { upload: ABSENT }, 404],
    ["a router that does not exist", { routers: ["best"] }, 400],
    ["no router", { routers: [] }, 400],
    ["an upload that is a path", { upload: "../runs" }, 404],
  ])("refuses %s in one sentence", async (_, changes, status) => {
    const answer = await post({ upload: ABSENT, column: null, routers: ["mf"], keepPrompts: false, ...changes });
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({ message: expect.stringMatching(/\.$/) });
  });

  it("takes nothing that another site's form could send", async () => {
    expect((await post({}, "text/plain")).status).toBe(400);
  });

  it("knows no run of another id", async () => {
    for (const ask of [runResponse, runResultResponse, cancelRunResponse, forgetRunResponse]) {
      expect((await ask(ABSENT)).status).toBe(404);
      expect((await ask("..")).status).toBe(404);
    }
  });
});
