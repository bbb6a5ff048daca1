import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { RouterId } from "@/lib/domain/router-id";
import { toWinRate } from "@/lib/domain/win-rate";
import type { Router } from "@/lib/routers/router";
import { calibrateRouter } from "./calibrate-router";

/** Ten prompts of 1 … 10 letters, and a router that says a tenth for each letter. */
const byLetters: Router = {
  id: "mf",
  scoreBatch: async (prompts) => prompts.map((prompt) => toWinRate(prompt.length / 10)),
};
const getRouters = async (): Promise<ReadonlyMap<RouterId, Router>> => new Map([["mf", byLetters]]);

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "routellm-calibrate-"));
  const prompts = Array.from({ length: 10 }, (_, index) => "a".repeat(index + 1));
  await writeFile(join(folder, "prompts.txt"), prompts.join("\n"));
});
afterAll(() => rm(folder, { recursive: true }));

const options = (router: RouterId) => ({
  artifactsDirectory: folder,
  router,
  strongShare: 0.3,
  promptsPath: join(folder, "prompts.txt"),
  getRouters,
});

it("calibrates on a user's own prompts", async () => {
  const { threshold, sampleSize, achievedShare, interval, model } = await calibrateRouter(options("mf"));
  // The 70 % quantile of .1, .2 … 1: position 6.3, between .7 and .8.
  expect(threshold).toBeCloseTo(0.73, 12);
  expect({ sampleSize, achievedShare, model }).toEqual({
    sampleSize: 10,
    achievedShare: 0.3,
    model: "router-mf-0.73000",
  });
  // Beta-binomial(10; 3, 8) and (10; 4, 7) by scipy: 0 and 8 of 10 prompts.
  expect(interval).toEqual([0, 0.8]);
});

it("says so if the router is not there, and if the sample is not", async () => {
  await expect(calibrateRouter(options("length"))).rejects.toThrow("Router length is not installed");
  const { promptsPath: _, ...shipped } = options("mf");
  await expect(calibrateRouter(shipped)).rejects.toThrow("calibration.json is missing");
});
