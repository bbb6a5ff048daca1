import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { handOverSchema } from "@/lib/schemas/web/saved-calibration";
import { commandRunner } from "@/lib/test/command-runner";
import { smallBenchmark, writeSmallArtifacts } from "@/lib/test/small-artifacts";

const runCommand = commandRunner(() => import("./command-line"));
const pricedSchema = z.strictObject({
  model: z.string(),
  inputPerMillion: z.number(),
  outputPerMillion: z.number(),
  source: z.string(),
  asOf: z.string().nullable(),
});
const answerSchema = z.strictObject({
  router: z.literal("mf"),
  strongShare: z.number(),
  threshold: z.number(),
  sampleSize: z.number(),
  shareOnSample: z.number(),
  interval: z.tuple([z.number(), z.number()]),
  model: z.string(),
  calibratedOn: z.string(),
  heldOut: z.strictObject({ rows: z.number(), strongShare: z.number(), check: z.string() }),
  monthlyCost: z.strictObject({
    expected: z.number(),
    interval: z.tuple([z.number(), z.number()]),
    allStrong: z.number(),
    allWeak: z.number(),
  }),
  budget: z.strictObject({ dollars: z.number(), keep: z.enum(["mean", "upper"]), promptsPerMonth: z.number() }),
  prices: z.strictObject({ strong: pricedSchema, weak: pricedSchema }),
});

let folder = "";
let artifactsDirectory = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "routellm-budget-"));
  artifactsDirectory = await writeSmallArtifacts(smallBenchmark(10, 3));
});
afterAll(() => Promise.all([folder, artifactsDirectory].map((path) => rm(path, { recursive: true }))));

describe("calibrate --budget", () => {
  it("hands over what a budget pays for, checked on held-out prompts", async () => {
    const out = join(folder, "hand-over.yaml");
    const money = ["--budget", "400", "--strong-price", "20", "--weak-price", "0.5", "--prompts-per-month", "200000"];
    const { exitCode, stdout, stderr } = await runCommand(
      ["calibrate", "--router", "mf", ...money, "--answer-tokens", "150", "--holdout", "0.2", "--out", out, "--json"],
      {},
    );
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    const answer = answerSchema.parse(JSON.parse(stdout));
    expect(answer.budget).toEqual({ dollars: 400, keep: "mean", promptsPerMonth: 200_000 });
    const given = (choice: string, model: string, price: number) => ({
      ...{ model, inputPerMillion: price, outputPerMillion: price, source: `given with --${choice}-price`, asOf: null },
    });
    const models = {
      strong: given("strong", "gpt-4-1106-preview", 20),
      weak: given("weak", "mixtral-8x7b-instruct-v0.1", 0.5),
    };
    expect(answer.prices).toEqual(models);
    const { expected, allStrong, allWeak } = answer.monthlyCost;
    expect(expected).toBeLessThanOrEqual(400);
    // One more thousandth of the calls costs about a thousandth of the difference more.
    expect(expected + 0.005 * (allStrong - allWeak)).toBeGreaterThan(400);
    // Longer prompts win more often, so that the share is smaller than the sample's mean length would pay for.
    expect(answer.strongShare).toBeLessThan((400 - allWeak) / (allStrong - allWeak));
    const handOver = handOverSchema.parse(parse(await readFile(out, "utf8")));
    expect(handOver).toMatchObject({
      model: answer.model,
      threshold: answer.threshold,
      target: { strongShare: answer.strongShare, monthlyBudget: 400 },
      expectedShare: answer.interval,
      heldOutShare: answer.heldOut.strongShare,
      sample: { name: "shipped calibration sample", rows: answer.sampleSize + answer.heldOut.rows },
      prices: { ...models, strongPerMillion: 20, weakPerMillion: 0.5, answerTokens: 150, promptsPerMonth: 200_000 },
    });
    expect(handOver.sample.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(answer.heldOut.rows).toBe(Math.floor(handOver.sample.rows / 5));
    expect(await readdir(folder)).toEqual(["hand-over.yaml"]);
  });

  it("keeps the upper end of a month where it is asked to, and says so", async () => {
    const out = join(folder, "upper.json");
    const request = ["calibrate", "--router", "mf", "--budget", "400", "--keep", "upper", "--out", out];
    const { exitCode, stdout } = await runCommand(request, {});
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      /^\$400\.00 a month pays for \d+\.\d\u00a0% strong calls if 39 of 40 months are to keep to it\.$/m,
    );
    expect(stdout).toMatch(
      /^Expected \$3\d\d\.\d\d, between \$\d+\.\d\d and \$(400\.00|3\d\d\.\d\d) in 19 of 20 months, at 100,000 /m,
    );
    const { target, prices } = handOverSchema.parse(JSON.parse(await readFile(out, "utf8")));
    expect(target).toMatchObject({ monthlyBudget: 400, keep: "upper" });
    expect(prices.monthlyRange?.[1]).toBeLessThanOrEqual(400);
    expect(prices.monthlyRange?.[0]).toBeLessThan(prices.expectedMonthly);
  });

  it("prices with the configured models' own list prices, with their day", async () => {
    const out = join(folder, "configured.json");
    const environment = { ROUTELLM_STRONG_MODEL: "openai/gpt-4o", ROUTELLM_WEAK_MODEL: "openai/gpt-4o-mini" };
    const request = ["calibrate", "--router", "mf", "--budget", "150", "--out", out];
    const { exitCode, stdout } = await runCommand(request, { environment });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      /^Per million tokens: openai\/gpt-4o \$2\.50 in, \$10 out; openai\/gpt-4o-mini \$0\.15 in, \$0\.60 out \(list price of 20\d\d-\d\d-\d\d\)\.$/m,
    );
    const { prices, sample } = handOverSchema.parse(JSON.parse(await readFile(out, "utf8")));
    const listed = { source: expect.stringMatching(/^list price of 20/), asOf: expect.stringMatching(/^20\d\d-/) };
    expect(prices.strong).toEqual({ model: "openai/gpt-4o", inputPerMillion: 2.5, outputPerMillion: 10, ...listed });
    expect(prices.weak).toMatchObject({ model: "openai/gpt-4o-mini", inputPerMillion: 0.15, outputPerMillion: 0.6 });
    // 100,000 prompts of the sample's mean length, and 264 tokens of each answer.
    expect(prices.allStrongMonthly).toBeCloseTo((100_000 * (sample.meanTokens * 2.5 + 264 * 10)) / 1e6, 6);
    expect(prices.expectedMonthly).toBeLessThanOrEqual(150);
  });

  it("takes no other model's price where none is known, unless one is given or configured", async () => {
    const environment = { ROUTELLM_STRONG_MODEL: "openai/gpt-4o", ROUTELLM_WEAK_MODEL: "openai-compatible/own" };
    const request = ["calibrate", "--router", "mf", "--budget", "150", "--json"];
    expect(await runCommand(request, { environment })).toEqual({
      exitCode: 2,
      stdout: "",
      stderr:
        "routellm: --weak-price: no price known for openai-compatible/own; give --weak-price IN,OUT in dollars per million tokens, or set ROUTELLM_WEAK_PRICE.\n",
    });
    const given = await runCommand([...request, "--weak-price", "0.1,0.4"], { environment });
    expect(JSON.parse(given.stdout).prices.weak).toEqual({
      ...{ model: "openai-compatible/own", inputPerMillion: 0.1, outputPerMillion: 0.4 },
      ...{ source: "given with --weak-price", asOf: null },
    });
    const configured = await runCommand(request, { environment: { ...environment, ROUTELLM_WEAK_PRICE: "0,0" } });
    expect(JSON.parse(configured.stdout).prices.weak).toMatchObject({
      ...{ inputPerMillion: 0, source: "as this server is configured", asOf: null },
    });
    // Without dollars no price is needed.
    const share = await runCommand(["calibrate", "--router", "mf", "--strong-share", "0.5", "--json"], { environment });
    expect(share).toMatchObject({ exitCode: 0, stderr: "" });
    expect(share.stdout).not.toContain("prices");
  });

  it("says in words what the month costs, and that a large budget pays for all", async () => {
    const { stdout } = await runCommand(["calibrate", "--router", "mf", "--budget", "1000000", "--holdout", "0.2"], {
      artifactsDirectory,
    });
    expect(stdout).toContain("router-mf-0.00000");
    expect(stdout).toMatch(/^Nothing to check: this α sends every prompt to the strong model\.$/m);
    expect(stdout).toMatch(/^\$1,000,000 a month is more than every prompt at the strong model costs/m);
    expect(stdout).toMatch(/^Expected \$\d+\.\d+, at 100,000 prompts a month\.$/m);
  });

  it.each([
    [["--budget", "10", "--strong-share", "0.5"], /--budget .*cannot be used with .*--strong-share/],
    [["--budget", "1"], /--budget: A budget of \$1\.00 a month pays for no share: 100,000 prompts cost \$/],
    [["--budget", "-1"], /--budget: must be a number from 0 /],
    [["--budget", "10", "--strong-price", "NaN"], /--strong-price: must be a number from 0 /],
    [["--budget", "10", "--strong-price", "1,2,3"], /--strong-price: must be a number from 0 to 10,000, or two/],
    [["--budget", "10", "--weak-price", "1,"], /--weak-price: must be a number .* it was "1,"/],
    [["--budget", "10", "--prompts-per-month", "-5"], /--prompts-per-month: must be a number from 0 /],
    [["--strong-share", "0.5", "--holdout", "1"], /--holdout: must be a number from 0 to 0\.9/],
    [["--strong-share", "0.5", "--holdout", "0.001"], /--holdout: of 200 prompts a share of 0\.001 is none/],
    [["--strong-share", "0.5", "--out", "calibration.txt"], /--out: must be a file that ends in \.json or \.yaml/],
    [["--strong-share", "0.5", "--out", "absent/x.json"], /manifest\.json is missing/],
  ])("answers %j with exit code 2 and one line", async (args, message) => {
    const { exitCode, stdout, stderr } = await runCommand(["calibrate", "--router", "mf", ...args, "--json"], {
      artifactsDirectory,
    });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toMatch(/^routellm: [^\n]+\n$/);
    expect(stderr).toMatch(message);
  });
});
