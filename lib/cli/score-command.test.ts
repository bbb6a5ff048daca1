import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { embeddingsAnswer } from "@/lib/test/openai-answers";
import { type OpenAiServer, type SeenCall, type ServerAnswer, startOpenAiServer } from "@/lib/test/openai-server";
import { hasReference, readReference, referencePath } from "@/lib/test/reference-folder";
import { safetensorsBytes } from "@/lib/test/write-safetensors";
import { registerScoreCommand } from "./score-command";

const folder = mkdtempSync(join(tmpdir(), "score-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}
const lines = (name: string, rows: readonly unknown[]) => file(name, rows.map((row) => JSON.stringify(row)).join("\n"));

/** Runs `score …` and returns what it printed; throws what it throws. */
async function run(options: Readonly<Record<string, string>>, ...flags: string[]): Promise<string> {
  const program = new Command().exitOverride().configureOutput({ writeErr: () => {} });
  registerScoreCommand(program);
  program.commands[0]?.exitOverride().configureOutput({ writeErr: () => {} });
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  try {
    const values = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
    await program.parseAsync(["node", "routellm", "score", ...values, ...flags]);
    return write.mock.calls.map(([text]) => String(text)).join("");
  } finally {
    write.mockRestore();
  }
}

const battle = { model_a: "a", model_b: "b", winner: "model_a", embedding: [1, 0] };
const battles = lines("battles.jsonl", [battle, { ...battle, winner: "tie (bothbad)" }]);
const prompts = lines("prompts.jsonl", [{ embedding: [1, 1] }, { embedding: [0, 0] }]);
const ranking = { router: "sw_ranking", battles, prompts, strong: "a", weak: "b" };

describe("score --router sw_ranking", () => {
  it("prints tiers, best first, and a win rate a prompt: one win and one tie are 3 to 1", async () => {
    expect(JSON.parse(await run({ ...ranking, tiers: "2" }, "--json"))).toEqual({
      modelToTier: { a: 0, b: 1 },
      winRates: [expect.closeTo(0.75, 8), expect.closeTo(0.75, 8)],
    });
    expect(await run({ ...ranking, tiers: "2" })).toBe("0.750000\n0.750000\n");
    expect(JSON.parse(await run({ ...ranking, prompts: file("none.jsonl", "") }, "--json")).winRates).toEqual([]);
  });

  it.skipIf(!hasReference)("prints what the public implementation's exact figures are, to 1e-6", async () => {
    for (const name of ["sw-a.json", "sw-b.json"]) {
      const schema = z.object({
        tiers: z.number(),
        strong: z.string(),
        weak: z.string(),
        battles: z.array(z.unknown()),
        prompts: z.array(z.array(z.number())),
        model_to_tier: z.record(z.string(), z.number()),
        strong_win_rates_exact: z.array(z.number()),
      });
      const reference = schema.parse(readReference(name));
      const options = {
        router: "sw_ranking",
        battles: lines("reference-battles.jsonl", reference.battles),
        prompts: lines(
          "reference-prompts.jsonl",
          reference.prompts.map((embedding) => ({ embedding })),
        ),
        strong: reference.strong,
        weak: reference.weak,
        tiers: String(reference.tiers),
      };
      const printed = JSON.parse(await run(options, "--json"));
      expect(printed.modelToTier).toEqual(reference.model_to_tier);
      expect(Object.keys(printed.modelToTier)).toEqual(Object.keys(reference.model_to_tier));
      const gaps = reference.strong_win_rates_exact.map((figure, index) => Math.abs(printed.winRates[index] - figure));
      expect(Math.max(...gaps)).toBeLessThan(1e-6);
    }
  });

  it("says in one sentence which argument is wrong, on which line, and what would be right", async () => {
    const cases: readonly (readonly [
      Partial<Record<keyof typeof ranking | "tiers" | "checkpoint", string>>,
      string,
    ])[] = [
      [{ battles: file("bad.jsonl", `${JSON.stringify(battle)}\n{"model_a"`) }, "bad.jsonl, line 2: not JSON"],
      [{ battles: file("nan.jsonl", '{"embedding":[NaN]}') }, "nan.jsonl, line 1: not JSON"],
      [{ battles: lines("winner.jsonl", [{ ...battle, winner: "a" }]) }, "winner.jsonl, line 1: winner:"],
      [{ battles: lines("empty.jsonl", [{ ...battle, embedding: [] }]) }, "line 1: embedding:.*at least one number"],
      [{ battles: file("huge.jsonl", '{"embedding":[1e999]}') }, "huge.jsonl, line 1: "],
      [
        { battles: lines("short.jsonl", [battle, { ...battle, embedding: [1] }]) },
        "line 2: embedding: it has 1 numbers",
      ],
      [{ prompts: lines("long.jsonl", [{ embedding: [1, 2, 3] }]) }, "long.jsonl, line 1: embedding: it has 3 numbers"],
      [{ battles: file("blank.jsonl", "\n\n") }, "no battles"],
      [{ battles: join(folder, "absent.jsonl") }, "absent.jsonl could not be read \\(ENOENT\\)"],
      [{ strong: "stranger" }, '"stranger" fights in none of the battles; their models are a, b'],
      [{ weak: "toString" }, '"toString" fights in none'],
      [{ tiers: "0" }, "whole number from 1 to 100"],
      [{ tiers: "many" }, "whole number from 1 to 100"],
      [{ checkpoint: "x" }, "--checkpoint goes with --router mf"],
      [{ router: "bert" }, "Allowed choices are sw_ranking, mf"],
    ];
    for (const [change, message] of cases) {
      await expect(run({ ...ranking, ...change }, "--json")).rejects.toThrow(new RegExp(message));
    }
    const { battles: _, ...without } = ranking;
    await expect(run(without)).rejects.toThrow("--router sw_ranking needs a file of battles.");
    const { strong: __, ...unnamed } = ranking;
    await expect(run(unnamed)).rejects.toThrow(/--strong/);
  });
});

/** A safetensors file of F32 tensors filled with `fill`. */
function checkpoint(name: string, shapes: Readonly<Record<string, readonly number[]>>, fill = 0.5, dtype = "F32") {
  return file(name, safetensorsBytes({ shapes, dtype, fill: () => fill }));
}
const shapes = { "P.weight": [4, 3], "text_proj.0.weight": [3, 2], "classifier.0.weight": [1, 3] };
const factors = { router: "mf", checkpoint: checkpoint("same.safetensors", shapes), prompts, strong: "0", weak: "3" };

describe("score --router mf", () => {
  it("scores equal models 0.5", async () => {
    expect(JSON.parse(await run(factors, "--json"))).toEqual({ winRates: [0.5, 0.5] });
  });

  it.skipIf(!hasReference)("agrees with the public implementation on its checkpoint to 1e-5", async () => {
    const schema = z.object({
      embeddings: z.array(z.array(z.number())),
      results: z.array(z.object({ model_a: z.number(), model_b: z.number(), win_rate: z.number() })),
    });
    const { embeddings, results } = schema.parse(readReference("mf-a.json"));
    expect(results.length).toBeGreaterThan(0);
    for (const [index, { model_a, model_b, win_rate }] of results.entries()) {
      const options = {
        router: "mf",
        checkpoint: referencePath("mf-a.safetensors"),
        prompts: lines("mf-prompts.jsonl", [{ embedding: embeddings[index] }]),
        strong: String(model_a),
        weak: String(model_b),
      };
      const { winRates } = JSON.parse(await run(options, "--json"));
      expect(Math.abs(winRates[0] - win_rate)).toBeLessThan(1e-5);
    }
  });

  describe("with prompts as text", () => {
    let server: OpenAiServer | undefined;
    afterEach(async () => {
      vi.unstubAllEnvs();
      await server?.stop();
    });
    const serve = async (answer: (call: SeenCall) => ServerAnswer) => {
      server = await startOpenAiServer(answer);
      vi.stubEnv("OPENAI_COMPATIBLE_BASE_URL", server.url);
      return server;
    };
    const embeddings = "openai-compatible/e";
    const texts = lines("texts.jsonl", [{ prompt: "first" }, { prompt: "second" }]);

    it.skipIf(!hasReference)("agrees with the public implementation on embeddings from an endpoint", async () => {
      const schema = z.object({
        embeddings: z.array(z.array(z.number())),
        results: z.array(z.object({ model_a: z.number(), model_b: z.number(), win_rate: z.number() })),
      });
      const reference = schema.parse(readReference("mf-a.json"));
      await serve((call) => embeddingsAnswer(call, (text) => reference.embeddings[Number(text)] ?? []));
      for (const [index, { model_a, model_b, win_rate }] of reference.results.entries()) {
        const options = {
          router: "mf",
          checkpoint: referencePath("mf-a.safetensors"),
          prompts: lines("mf-texts.jsonl", [{ prompt: String(index) }]),
          strong: String(model_a),
          weak: String(model_b),
          embeddings,
        };
        const { winRates } = JSON.parse(await run(options, "--json"));
        expect(Math.abs(winRates[0] - win_rate)).toBeLessThan(1e-5);
      }
    });

    it("takes the paper's pair unless told otherwise", async () => {
      const many = checkpoint("many.safetensors", { ...shapes, "P.weight": [37, 3] });
      await serve((call) => embeddingsAnswer(call, () => [1, 2]));
      const options = { router: "mf", checkpoint: many, prompts: texts, embeddings };
      expect(JSON.parse(await run(options, "--json"))).toEqual({ winRates: [0.5, 0.5] });
      await expect(run({ ...options, checkpoint: factors.checkpoint })).rejects.toThrow(
        '--strong must be a model\'s index from 0 to 3, but it was "24"',
      );
    });

    it("says in one sentence why there are no embeddings", async () => {
      const options = { ...factors, prompts: texts };
      await serve((call) => embeddingsAnswer(call, () => [1, 2, 3]));
      await expect(run({ ...options, embeddings })).rejects.toThrow("gives embeddings of 3 numbers");
      vi.stubEnv("OPENAI_API_KEY", undefined);
      await expect(run(options)).rejects.toThrow("openai is not configured; set OPENAI_API_KEY");
      const mixed = lines("mixed.jsonl", [{ prompt: "first" }, { embedding: [1, 2] }]);
      await expect(run({ ...options, prompts: mixed, embeddings })).rejects.toThrow("line 2: prompt");
      expect(server?.calls).toHaveLength(1);
      await server?.stop();
      await serve(() => ({ status: 401 }));
      await expect(run({ ...options, embeddings })).rejects.toThrow("openai-compatible/e did not answer: HTTP 401");
    });
  });

  it("says in one sentence what is wrong with a checkpoint, an index or an embedding", async () => {
    const cases: readonly (readonly [Readonly<Record<string, string>>, string])[] = [
      [{ checkpoint: join(folder, "absent") }, "absent could not be read \\(ENOENT\\)"],
      [{ checkpoint: file("text.safetensors", "hello") }, "not a whole safetensors file"],
      [{ checkpoint: file("huge.safetensors", Buffer.alloc(16, 0xff)) }, "not a whole safetensors file"],
      [{ checkpoint: file("zero.safetensors", Buffer.alloc(16)) }, "header does not describe tensors"],
      [{ checkpoint: checkpoint("half.safetensors", shapes, 1, "F16") }, "as F16; it must be F32"],
      [{ checkpoint: checkpoint("nan.safetensors", shapes, Number.NaN) }, "not finite"],
      [
        { checkpoint: checkpoint("other.safetensors", { "P.weight": [2, 2] }) },
        "no tensor .text_proj.0.weight.; it has P.w",
      ],
      [{ checkpoint: checkpoint("odd.safetensors", { ...shapes, "P.weight": [4, 5] }) }, "do not fit together"],
      [{ strong: "4" }, '--strong must be a model\'s index from 0 to 3, but it was "4"'],
      [{ weak: "gpt-4" }, "--weak must be a model's index"],
      [{ prompts: lines("three.jsonl", [{ embedding: [1, 2, 3] }]) }, "it has 3 numbers where the checkpoint has 2"],
      [{ battles }, "--battles goes with --router sw_ranking"],
      [{ tiers: "3" }, "--tiers goes with --router sw_ranking"],
    ];
    for (const [change, message] of cases) {
      await expect(run({ ...factors, ...change }), message).rejects.toThrow(new RegExp(message));
    }
  });
});
