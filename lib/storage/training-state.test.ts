import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { forgetTrainingState, readTrainingState, writeTrainingState } from "./training-state";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "routellm-state-"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("the state of a training", () => {
  it("comes back as it was written, arrays of numbers included", async () => {
    const path = join(folder, "deep", "a.state");
    const value = { step: 3, parameters: { tokens: Float64Array.of(0.1, -2) } };
    await writeTrainingState(path, { fingerprint: "one", value });
    expect(await readTrainingState(path, "one")).toEqual(value);
  });

  it("is nothing to go on from when it is another training's, damaged, forgotten or was never written", async () => {
    const path = join(folder, "b.state");
    await writeTrainingState(path, { fingerprint: "one", value: 1 });
    expect(await readTrainingState(path, "two")).toBeUndefined();
    await forgetTrainingState(path);
    expect(await readTrainingState(path, "one")).toBeUndefined();
    await writeFile(path, "half a sta");
    expect(await readTrainingState(path, "one")).toBeUndefined();
  });
});
