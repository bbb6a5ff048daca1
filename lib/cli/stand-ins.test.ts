import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { ROUTER_IDS } from "@/lib/domain/router-id";
import { commandRunner } from "@/lib/test/command-runner";
import { embeddingsAnswer } from "@/lib/test/openai-answers";
import { type OpenAiServer, type SeenCall, type ServerAnswer, startOpenAiServer } from "@/lib/test/openai-server";
import { safetensorsBytes } from "@/lib/test/write-safetensors";

const runCommand = commandRunner(() => import("./command-line"));
/** A checkpoint whose log-odds are twice the embedding's first number. */
const SHAPES = { "P.weight": [2, 1], "text_proj.0.weight": [1, 2], "classifier.0.weight": [1, 1] };
const VALUES: Readonly<Record<string, readonly number[]>> = {
  "P.weight": [1, -1],
  "text_proj.0.weight": [1, 0],
  "classifier.0.weight": [1],
};

let folder = "";
let server: OpenAiServer | undefined;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "routellm-stand-ins-"));
  const bytes = safetensorsBytes({ shapes: SHAPES, fill: (tensor, index) => VALUES[tensor]?.[index] ?? 0 });
  await writeFile(join(folder, "mf.safetensors"), bytes);
  await writeFile(join(folder, "prompts.txt"), "a\nbb\nccc\n");
});
afterAll(() => rm(folder, { recursive: true }));
afterEach(() => server?.stop());

/** Runs a command with `mf` replaced; a text's embedding is (length − 2, 7). */
async function run(
  args: readonly string[],
  answer: (call: SeenCall) => ServerAnswer = (call) => embeddingsAnswer(call, (text) => [text.length - 2, 7]),
  variables: Readonly<Record<string, string>> = {},
) {
  server = await startOpenAiServer(answer);
  const environment = {
    OPENAI_COMPATIBLE_BASE_URL: server.url,
    ROUTELLM_MF_CHECKPOINT: join(folder, "mf.safetensors"),
    ROUTELLM_MF_EMBEDDINGS: "openai-compatible/e",
    ROUTELLM_MF_STRONG: "0",
    ROUTELLM_MF_WEAK: "1",
    ...variables,
  };
  return runCommand(args, { environment });
}

describe("route", () => {
  it("asks the stand-in in place of the shipped router", async () => {
    const { stdout, stderr } = await run(["route", "--prompt", "bbb", "--router", "mf", "--alpha", "0.9", "--json"]);
    expect(stderr).toBe("");
    expect(JSON.parse(stdout).routers.mf).toMatchObject({
      winRate: expect.closeTo(1 / (1 + Math.exp(-2)), 9),
      choice: "weak",
    });
  });

  it("leaves a stand-in that is down out, with the reason, and does not ask it again", async () => {
    const args = ["route", "--prompts", join(folder, "prompts.txt"), "--alpha", "0.5", "--json"];
    const { exitCode, stdout } = await run(args, () => ({ status: 401 }));
    expect(exitCode).toBe(0);
    const { results } = JSON.parse(stdout);
    for (const { routers, unavailable } of results) {
      expect(Object.keys(routers)).toEqual(ROUTER_IDS.filter((id) => id !== "mf"));
      expect(unavailable).toEqual({ mf: expect.stringContaining("did not answer: HTTP 401") });
    }
    expect(server?.calls).toHaveLength(1);
  });

  it("fails in one line where it is the only one asked", async () => {
    const { exitCode, stdout, stderr } = await run(
      ["route", "--prompt", "a", "--router", "mf", "--alpha", "0.5"],
      () => ({ status: 401 }),
    );
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
    expect(stderr).toMatch(/^routellm: .*openai-compatible\/e did not answer: HTTP 401[^\n]*\n$/);
  });

  it("has no α by share without a calibration of its own", async () => {
    const args = ["route", "--prompt", "bbb", "--router", "mf", "--json"];
    const none = await run(args);
    expect(none).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("set ROUTELLM_MF_ALPHA or ROUTELLM_MF_CALIBRATION"),
    });
    await server?.stop();
    const fixed = await run(args, undefined, { ROUTELLM_MF_ALPHA: "0.25" });
    expect(JSON.parse(fixed.stdout).routers.mf.threshold).toBe(0.25);
  });
});

describe("calibrate", () => {
  it("calibrates the stand-in on own prompts, saves their win rates, and takes them from then on", async () => {
    const saved = join(folder, "saved.jsonl");
    const args = ["calibrate", "--router", "mf", "--strong-share", "0.5", "--json"];
    const refused = await run(args);
    expect(refused).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("scored by the shipped mf") });
    await server?.stop();
    const first = await run([...args, "--prompts", join(folder, "prompts.txt"), "--save", saved]);
    // One or two of three prompts are equally near to half of them: the smaller share is taken, just above .5.
    const calibrated = { threshold: 0.50001, sampleSize: 3, shareOnSample: 1 / 3 };
    expect(JSON.parse(first.stdout)).toMatchObject(calibrated);
    expect((await readFile(saved, "utf8")).split("\n")[1]).toBe('{"winRate":0.5}');
    await server?.stop();
    const later = await run(args, undefined, { ROUTELLM_MF_CALIBRATION: saved });
    expect(JSON.parse(later.stdout)).toMatchObject(calibrated);
    expect(server?.calls).toEqual([]);
  });
});
