import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { forEveryRouter } from "@/lib/domain/for-every-router";
import type { RouterId } from "@/lib/domain/router-id";
import { toWinRate } from "@/lib/domain/win-rate";
import type { Router } from "@/lib/routers/router";
import { type OwnCalibration, readOwnCalibration } from "./alternative";
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
  router,
  strongShare: 0.3,
  promptsPath: join(folder, "prompts.txt"),
  savePath: join(folder, "saved.jsonl"),
  getRouters,
  getCalibrations: async () =>
    forEveryRouter((id): OwnCalibration => (id === "mf" ? { kind: "sample", winRates: [0.2, 0.4] } : { kind: "none" })),
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

it("saves the win rates, which then are a calibration sample", async () => {
  await calibrateRouter(options("mf"));
  const file = join(folder, "saved.jsonl");
  expect(await readOwnCalibration({ alpha: undefined, file }, "ROUTELLM_MF_CALIBRATION")).toEqual({
    kind: "sample",
    winRates: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1],
  });
});

it("takes what the router is calibrated on where there are no prompts", async () => {
  const own = { ...options("mf"), promptsPath: undefined, savePath: undefined };
  expect(await calibrateRouter(own)).toMatchObject({ sampleSize: 2 });
});

it("says so if the router is not there, if it has no sample, and if there is nothing to save", async () => {
  await expect(calibrateRouter(options("length"))).rejects.toThrow("Router length is not installed");
  const none = { ...options("length"), promptsPath: undefined };
  await expect(calibrateRouter({ ...none, savePath: undefined })).rejects.toThrow("give prompts of your own");
  await expect(calibrateRouter(none)).rejects.toThrow("name them with --prompts");
});
