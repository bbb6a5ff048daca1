import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createSessionPool } from "@/lib/inference/session-pool";
import { createBertRouter } from "@/lib/routers/bert-router";
import { createCausalLlmRouter } from "@/lib/routers/causal-llm-router";
import { smallTransformers, writeSmallTransformers } from "@/lib/test/small-transformers";
import {
  keptTransformerArtifacts,
  openTransformers,
  readTransformerArtifacts,
  TRANSFORMER_PATHS,
} from "./transformer-artifacts";

let directory = "";
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "routellm-transformers-"));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

describe("the transformers' artifacts", () => {
  it("read back as they were written, and give a win rate of its own to every prompt", async () => {
    await writeSmallTransformers(directory, smallTransformers());
    const read = await readTransformerArtifacts(directory);
    for (const path of TRANSFORMER_PATHS) {
      expect(Buffer.from(JSON.stringify(read[path])).length, path).toBeGreaterThan(10);
    }
    expect(new Uint8Array(read["bert.onnx"])).toEqual(smallTransformers()["bert.onnx"]);
    const models = await openTransformers(read, { directory, pool: createSessionPool() });
    const prompts = ["Prove it.", "Hello!", "What is the capital of Peru, and why?"];
    for (const router of [createBertRouter(models.bert), createCausalLlmRouter(models.causal_llm)]) {
      expect(new Set(await router.scoreBatch(prompts)).size, router.id).toBe(prompts.length);
    }
  });

  it("name the file and the remedy when it is missing", async () => {
    await writeSmallTransformers(directory, smallTransformers());
    await rm(join(directory, "causal-llm.onnx"));
    await expect(readTransformerArtifacts(directory)).rejects.toThrow(
      /causal-llm\.onnx is missing: make it anew with `npm run routellm -- train --out /,
    );
  });

  it("refuse settings whose labels are not the model's", async () => {
    const small = smallTransformers();
    const { bert, ...settings } = small["transformers.json"];
    const wrong = { ...small, "transformers.json": { ...settings, bert: { ...bert, labels: ["strong", "weak"] } } };
    await expect(openTransformers(wrong, { directory, pool: createSessionPool() })).rejects.toThrow(
      /bert\.onnx has 3 labels where 2 are right: /,
    );
  });
});

describe("keptTransformerArtifacts", () => {
  it("are those of the folder that is replaced, else those of the current one, never a mixture", async () => {
    const current = join(directory, "current");
    const replaced = join(directory, "replaced");
    await writeSmallTransformers(current, smallTransformers({ seed: 1 }));
    const kept = async () => new Uint8Array((await keptTransformerArtifacts({ replaced, current }))["bert.onnx"]);
    expect(await kept()).toEqual(smallTransformers({ seed: 1 })["bert.onnx"]);
    await writeSmallTransformers(replaced, smallTransformers({ seed: 2 }));
    expect(await kept()).toEqual(smallTransformers({ seed: 2 })["bert.onnx"]);
    await rm(join(replaced, "tokenizer.json"));
    await expect(kept()).rejects.toThrow(/replaced[^ ]*tokenizer\.json is missing/);
  });
});
