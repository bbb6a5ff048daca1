import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { forEveryRouter } from "@/lib/domain/for-every-router";
import type { RouterId } from "@/lib/domain/router-id";
import { toWinRate } from "@/lib/domain/win-rate";
import type { Router } from "@/lib/routers/router";
import { type OwnCalibration, readOwnCalibration } from "@/lib/serving/alternative";
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

/** A dollar a token at the strong model, nothing at the weak one; the prompts have 1 to 3 tokens. */
const priced = (model: string, price: number) => ({
  ...{ model, inputPerMillion: price, outputPerMillion: price, source: "given", asOf: null },
});
const prices = { strong: priced("big", 1e6), weak: priced("small", 0), answerTokens: 8, promptsPerMonth: 100 };

const options = (router: RouterId) => ({
  router,
  target: { strongShare: 0.3 },
  holdOut: undefined,
  prices,
  getShippedRows: async () => null,
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

it("derives the share from a budget and the lengths of the prompts that each model gets", async () => {
  const { strongShare, threshold, costs } = await calibrateRouter({
    ...options("mf"),
    target: { monthlyBudget: 319, keep: "mean" },
  });
  // The three longest prompts have 3, 3 and 2 tokens, and 8 of each answer: ten times (11 + 11 + 10) is a dollar too much.
  expect(costs?.expected).toBeCloseTo(220, 9);
  expect(strongShare).toBeLessThan(0.3);
  expect(threshold).toBeGreaterThan(0.8);
});

it("calibrates on the rest where rows are held out, and says how these fare", async () => {
  const { sampleSize, heldOut } = await calibrateRouter({ ...options("mf"), holdOut: 0.5 });
  expect({ sampleSize, rows: heldOut?.rows }).toEqual({ sampleSize: 5, rows: 5 });
  await expect(calibrateRouter({ ...options("mf"), holdOut: 0.01 })).rejects.toThrow("give more prompts");
});

it("needs lengths for a budget and for a hand-over, and reads those of the shipped sample", async () => {
  const own = { ...options("mf"), promptsPath: undefined, savePath: undefined };
  await expect(calibrateRouter({ ...own, target: { monthlyBudget: 1, keep: "mean" } })).rejects.toThrow(
    "--budget needs the prompts' lengths",
  );
  const calibration = await calibrateRouter(own);
  expect(calibration.costs).toBeNull();
  await expect(calibration.createHandOver("2026-01-01T00:00:00Z")).rejects.toThrow("--out needs the prompts' lengths");
  const getShippedRows = async () => ({ winRates: [0.1, 0.9], tokens: [2, 2], fingerprint: async () => "abc" });
  const { costs } = await calibrateRouter({ ...own, getShippedRows });
  expect(costs?.allStrong).toBeCloseTo(1000, 9);
});

it("names the option at fault where a budget pays for nothing", async () => {
  const budget = {
    ...options("mf"),
    target: { monthlyBudget: 1, keep: "mean" as const },
    prices: { ...prices, weakPerMillion: 1e6 },
  };
  await expect(calibrateRouter(budget)).rejects.toMatchObject({ parameter: "--budget" });
});
