import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { artifactManifestSchema } from "@/lib/schemas/artifacts/artifact-manifest";
import { digest } from "@/lib/storage/check-artifacts";
import { resetProcess } from "@/lib/test/start-anew";

let directory = "";
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "open-artifacts-"));
  await cp("public/artifacts", directory, { recursive: true });
  vi.stubEnv("ROUTELLM_ARTIFACTS", directory);
  // What this process has read, and where it looked a moment ago, belongs to the last test's folder.
  resetProcess();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(directory, { recursive: true, force: true });
});

async function openArtifacts(): Promise<void> {
  const module = await import("./open-artifacts");
  await module.openArtifacts();
}

/** Cuts a file short, as a set that was made so would have it. */
const halve = (content: Buffer): Buffer => content.subarray(0, content.length / 2);

/** Rewrites one file and the manifest's entry for it, as a set of another make would have them. */
async function remake(path: string, change: (content: Buffer) => Buffer | string): Promise<void> {
  const content = Buffer.from(change(await readFile(join(directory, path))));
  await writeFile(join(directory, path), content);
  const manifest = artifactManifestSchema.parse(JSON.parse(await readFile(join(directory, "manifest.json"), "utf8")));
  const files = manifest.files.map((file) =>
    file.path === path ? { path, bytes: content.length, sha256: digest(content) } : file,
  );
  await writeFile(join(directory, "manifest.json"), JSON.stringify({ ...manifest, files }));
}

describe("openArtifacts", () => {
  it("accepts what is shipped", async () => {
    await expect(openArtifacts()).resolves.toBeUndefined();
  });

  it.each([
    "encoder.json",
    "sw-ranking.json",
    "mf.json",
    "length.json",
    "transformers.json",
    "figures.json",
    "calibration.json",
    "benchmarks/mmlu.json",
    "benchmarks/gsm8k.json",
    "benchmarks/mt-bench.json",
    "prompt-embeddings.json",
  ])("refuses %s of another version though its checksum agrees", async (path) => {
    await remake(path, (content) => content.toString().replace(/"schemaVersion":\d+/, '"schemaVersion":99'));
    await expect(openArtifacts()).rejects.toMatchObject({
      code: "artifact_unusable",
      parameter: join(directory, path),
      message: expect.stringMatching(/has schema version 99 where this code reads version \d+: /),
    });
  });

  it.each([
    ["bert.onnx", halve, /bert\.onnx is not a whole ONNX model \(truncated, damaged or something else\): /],
    ["causal-llm.onnx", () => "text", /causal-llm\.onnx is not a whole ONNX model/],
    ["tokenizer.json", halve, /tokenizer\.json is not whole JSON \(truncated or damaged\): /],
    ["causal-llm-instruction.txt", () => "", /causal-llm-instruction\.txt must hold \{prompt\} exactly once/],
  ])("refuses %s that no model can be made of though its checksum agrees", async (path, change, message) => {
    await remake(path, change);
    await expect(openArtifacts()).rejects.toMatchObject({
      code: "artifact_unusable",
      parameter: join(directory, path),
      message: expect.stringMatching(message),
    });
  });

  it.each(["bert.onnx", "tokenizer.json"])("names %s if it is missing, and the remedy", async (path) => {
    await rm(join(directory, path));
    await expect(openArtifacts()).rejects.toThrow(new RegExp(`${path} is missing: .*npm run routellm -- train`));
  });

  it("refuses a damaged file before it reads any shape", async () => {
    await writeFile(join(directory, "mf.json"), "{");
    await expect(openArtifacts()).rejects.toThrow(/mf\.json has 1 bytes where manifest\.json says \d+: /);
  });
});
