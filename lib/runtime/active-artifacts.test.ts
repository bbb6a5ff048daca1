import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { writeArtifacts } from "@/lib/storage/write-artifacts";
import { resetProcess } from "@/lib/test/start-anew";
import { activeArtifactsDirectory, chooseRouters, readRouterChoice, versionDirectory } from "./active-artifacts";
import { oncePerArtifacts } from "./once-per-artifacts";
import { confirmRouters, offerRouters, returnToShipped, sweepVersions } from "./router-versions";

const root = mkdtempSync(join(tmpdir(), "routellm-active-"));
afterAll(() => rmSync(root, { recursive: true }));
let shipped = "";
beforeEach(async () => {
  resetProcess();
  const here = mkdtempSync(join(root, "state-"));
  shipped = join(here, "shipped");
  vi.stubEnv("ROUTELLM_STATE", here);
  vi.stubEnv("ROUTELLM_ARTIFACTS", shipped);
  await write(shipped, 1);
});
afterEach(() => vi.unstubAllEnvs());

const write = (directory: string, seed: number) =>
  writeArtifacts({
    directory,
    files: { "mf.json": `weights of ${seed}` },
    manifest: {
      ...{ date: "2026-11-23", seed, datasets: [], pair: { strong: "s", weak: "w" } },
      contamination: { flagged: 0, textMatches: 0, nearDuplicates: 0, copies: [] },
    },
  });
const [FIRST, SECOND] = ["2026-11-24-0123456789ab", "2026-11-25-ba9876543210"];

describe("the artifacts in use", () => {
  it("are the shipped ones until others are offered and confirmed, and again after going back", async () => {
    const loads: string[] = [];
    const load = oncePerArtifacts(async (directory) => {
      loads.push(directory);
      return directory;
    });
    await load();
    await write(versionDirectory(FIRST), 2);
    await offerRouters(FIRST);
    expect([await load(), await load()]).toEqual([shipped, shipped]);
    await confirmRouters(FIRST);
    expect([await load(), await load()]).toEqual([versionDirectory(FIRST), versionDirectory(FIRST)]);
    await returnToShipped();
    expect(await load()).toBe(shipped);
    expect(loads).toEqual([shipped, versionDirectory(FIRST), shipped]);
  });

  it("change only for what was seen, and only if every file of it is whole", async () => {
    await write(versionDirectory(FIRST), 2);
    await expect(confirmRouters(FIRST)).rejects.toMatchObject({ code: "conflict" });
    await offerRouters(FIRST);
    await expect(confirmRouters(SECOND)).rejects.toMatchObject({ code: "conflict" });
    writeFileSync(join(versionDirectory(FIRST), "mf.json"), "half");
    await expect(confirmRouters(FIRST)).rejects.toMatchObject({ code: "artifact_unusable" });
    expect(activeArtifactsDirectory()).toBe(shipped);
  });

  it.each(["", "{", '{"active":"../../elsewhere","candidate":null,"base":""}', '{"active":7}'])(
    "are the shipped ones where the choice says %j",
    async (text) => {
      await chooseRouters({ active: null, candidate: null });
      const said = vi.spyOn(process.stderr, "write").mockReturnValue(true);
      writeFileSync(join(versionDirectory("."), "choice.json"), text);
      expect(activeArtifactsDirectory()).toBe(shipped);
      expect(said).toHaveBeenCalledOnce();
      said.mockRestore();
    },
  );

  it("are the shipped ones where those that were chosen are gone, or were trained from other shipped ones", async () => {
    await chooseRouters({ active: FIRST, candidate: SECOND });
    expect(readRouterChoice()).toMatchObject({ active: null, candidate: null });
    await write(versionDirectory(FIRST), 2);
    await chooseRouters({ active: FIRST, candidate: null });
    expect(activeArtifactsDirectory()).toBe(versionDirectory(FIRST));
    await write(shipped, 9);
    await chooseRouters({ active: FIRST, candidate: null });
    const written = { active: FIRST, candidate: null, base: "of other ones" };
    writeFileSync(join(versionDirectory("."), "choice.json"), JSON.stringify(written));
    expect(activeArtifactsDirectory()).toBe(shipped);
  });

  it("leave nothing behind but what serves and what waits", async () => {
    for (const version of [FIRST, SECOND]) await write(versionDirectory(version), 2);
    mkdirSync(`${versionDirectory("2026-11-26-aaaaaaaaaaaa")}.new-1234`);
    await chooseRouters({ active: SECOND, candidate: null });
    await sweepVersions();
    expect(activeArtifactsDirectory()).toBe(versionDirectory(SECOND));
    await chooseRouters({ active: FIRST, candidate: null });
    expect(activeArtifactsDirectory()).toBe(shipped);
  });
});
