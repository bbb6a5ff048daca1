import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { parseModelName } from "@/lib/domain/model-name";
import { ROUTER_IDS } from "@/lib/domain/router-id";
import { save } from "@/lib/serving/calibration-library";
import { getCalibrationSample } from "@/lib/serving/calibration-sample";
import { sampleHandOver } from "@/lib/test/sample-hand-over";
import { listModels } from "./list-models";

const folder = mkdtempSync(join(tmpdir(), "routellm-models-"));
beforeAll(() => vi.stubEnv("ROUTELLM_STATE", folder));
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

it("lists each router at half of the calls, and what people saved by its name", async () => {
  const shipped = await listModels();
  expect(shipped.map(({ id }) => parseModelName(id).router)).toEqual([...ROUTER_IDS]);
  expect(shipped.every(({ object, created }) => object === "model" && created > 1_700_000_000)).toBe(true);
  const { router, threshold } = parseModelName(shipped.find(({ id }) => id.startsWith("router-mf-"))?.id ?? "");
  const winRates = (await getCalibrationSample())[router];
  expect(winRates.filter((winRate) => winRate >= threshold).length / winRates.length).toBeCloseTo(0.5, 2);
  await save({ name: "support desk", handOver: sampleHandOver() });
  expect((await listModels()).slice(ROUTER_IDS.length)).toEqual([
    { id: "support desk", object: "model", created: expect.any(Number), owned_by: "routellm" },
  ]);
});
