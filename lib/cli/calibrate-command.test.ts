import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { parseModelName } from "@/lib/domain/model-name";
import { commandRunner } from "@/lib/test/command-runner";
import { smallBenchmark, writeSmallArtifacts } from "@/lib/test/small-artifacts";

const runCommand = commandRunner(() => import("./command-line"));
const calibrationSchema = z.strictObject({
  router: z.string(),
  strongShare: z.number(),
  threshold: z.number().min(0).max(1),
  sampleSize: z.number().int(),
  shareOnSample: z.number().min(0).max(1),
  interval: z.tuple([z.number().min(0), z.number().max(1)]),
  model: z.string(),
  calibratedOn: z.string(),
});

let artifactsDirectory = "";
const calibrate = (...args: string[]) => runCommand(["calibrate", ...args], { artifactsDirectory });

beforeAll(async () => {
  artifactsDirectory = await writeSmallArtifacts(smallBenchmark(10, 3));
});
afterAll(() => rm(artifactsDirectory, { recursive: true }));

describe("calibrate", () => {
  it("finds the threshold on the shipped sample and names the model", async () => {
    const { exitCode, stdout, stderr } = await calibrate("--router", "mf", "--strong-share", "0.3", "--json");
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    const { router, strongShare, threshold, sampleSize, shareOnSample, interval, model } = calibrationSchema.parse(
      JSON.parse(stdout),
    );
    expect({ router, strongShare, sampleSize }).toEqual({ router: "mf", strongShare: 0.3, sampleSize: 200 });
    expect(shareOnSample).toBe(0.3);
    expect(model).toBe(`router-mf-${threshold.toFixed(5)}`);
    expect(parseModelName(model).threshold).toBeCloseTo(threshold, 5);
    // The sample is uniform on [0, 1): a share of .3 lies above about .7, give or take .03 for 200 draws.
    expect(Math.abs(threshold - 0.7)).toBeLessThan(0.1);
    expect(interval[0]).toBeLessThan(0.3);
    expect(interval[1]).toBeGreaterThan(0.3);
  });

  it("promises nothing and everything at the ends", async () => {
    for (const [share, threshold] of [
      ["0", 1],
      ["1", 0],
    ] as const) {
      const { stdout } = await calibrate("--router", "length", "--strong-share", share, "--json");
      expect(calibrationSchema.parse(JSON.parse(stdout))).toMatchObject({
        threshold,
        interval: [1 - threshold, 1 - threshold],
      });
    }
  });

  it("names the reachable share nearest to the target where prompts are alike, in figures and in words", async () => {
    const prompts = join(artifactsDirectory, "alike.txt");
    const alike = [
      ...new Array<string>(7).fill("Hello there"),
      ...new Array<string>(3).fill("Hello there, how are you today?"),
    ];
    await writeFile(prompts, alike.join("\n"));
    const request = ["calibrate", "--router", "length", "--prompts", prompts, "--strong-share"];
    const { stdout: json } = await runCommand([...request, "0.5", "--json"], {});
    // Three of ten prompts are longer: 0, .3 and 1 can be reached.
    const { strongShare, threshold, shareOnSample, model, calibratedOn } = calibrationSchema.parse(JSON.parse(json));
    expect({ strongShare, shareOnSample }).toEqual({ strongShare: 0.5, shareOnSample: 0.3 });
    expect(calibratedOn).toBe("10 prompts of “alike.txt”");
    expect(model).toBe(`router-length-${threshold.toFixed(5)}`);
    const { stdout } = await runCommand([...request, "0.5"], {});
    expect(stdout).toMatch(/ 50\.0 % +30\.0 % /);
    expect(stdout).toContain("no α sends 50.0\u00a0% of the 10 prompts");
    expect(stdout).toMatch(/±5 points at this share takes about \d+ prompts; these are 10\./);
  });

  it("prints a table without --json", async () => {
    const { exitCode, stdout } = await calibrate("--router", "mf", "--strong-share", "0.5");
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^router-mf-0\.\d{5} +0\.\d{5} +50\.0 % +50\.0 %/m);
    expect(stdout).toMatch(/^router-mf-0\.\d{5} is calibrated on 200 real chat prompts: /m);
  });

  it.each([
    [["--strong-share", "0.5"], /--router <sw_ranking\|mf\|bert\|causal_llm\|length\|random>' not specified/],
    [["--router", "mf"], /--strong-share .*not specified/],
    [["--router", "mf", "--strong-share", "50"], /--strong-share .*'50'.*number from 0 to 1/],
    [["--router", "mf", "--strong-share", "half"], /--strong-share .*'half'.*number from 0 to 1/],
    [["--router", "mf", "--strong-share", ""], /--strong-share .*number from 0 to 1/],
    [
      ["--router", "all", "--strong-share", "0.5"],
      /--router .*'all'.*sw_ranking, mf, bert, causal_llm, length, random/,
    ],
    [
      ["--router", "mf", "--strong-share", "0.5", "--prompts", "absent.txt"],
      /--prompts: absent\.txt could not be read/,
    ],
    [["--router", "mf", "--strong-share", "0.5", "--prompts", "package.json"], /--prompts: .*\.txt, \.csv or \.jsonl/],
  ])("answers %j with exit code 2 and one line", async (args, message) => {
    const { exitCode, stdout, stderr } = await calibrate(...args, "--json");
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toMatch(/^routellm: [^\n]+\n$/);
    expect(stderr).toMatch(message);
  });

  it("names an artifact that cannot be used", async () => {
    const { exitCode, stderr } = await runCommand(["calibrate", "--router", "mf", "--strong-share", "0.5"], {
      artifactsDirectory: `${artifactsDirectory}/absent`,
    });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^routellm: [^\n]*calibration\.json is missing[^\n]*\n$/);
  });
});
