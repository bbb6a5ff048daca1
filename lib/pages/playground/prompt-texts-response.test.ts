import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { findDataDirectory } from "@/lib/test/shared-data";
import { WRITTEN_SOURCE } from "@/lib/training/sources/prompt-origins";
import { WRITTEN_PROMPTS } from "@/lib/training/written-prompts/written-prompts";
import { explainPrompt } from "./explain-prompt";
import { promptTextsResponse } from "./prompt-texts-response";

let empty = "";
beforeAll(async () => {
  empty = await mkdtemp(join(tmpdir(), "routellm-no-data-"));
});
afterAll(() => rm(empty, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());

const post = (body: unknown, type = "application/json") =>
  promptTextsResponse(
    new Request("http://localhost/prompt-texts", {
      method: "POST",
      headers: { "Content-Type": type },
      body: JSON.stringify(body),
    }),
  );

describe("promptTextsResponse", () => {
  it("gives prompts written for this project always, and of data sets says how to get them", async () => {
    vi.stubEnv("ROUTELLM_DATA", empty);
    const response = await post({
      prompts: [
        { source: WRITTEN_SOURCE, id: "3" },
        { source: "oasst-7-models", id: "oasst-1" },
      ],
    });
    const { texts, advice } = await response.json();
    expect(response.status).toBe(200);
    expect(WRITTEN_PROMPTS[3]?.prompt.slice(0, 10)).toBe(texts[0].slice(0, 10));
    expect(texts[1]).toBeNull();
    expect(advice).toContain("ROUTELLM_DATA");
  });

  it("reads nothing but the data sets that training used, whatever path a source looks like", async () => {
    vi.stubEnv("ROUTELLM_DATA", empty);
    const response = await post({ prompts: [{ source: "../../etc/passwd", id: "root" }] });
    expect(await response.json()).toMatchObject({ texts: [null] });
  });

  it("refuses what is no list of rows, too many of them, and what is not JSON", async () => {
    expect((await post({ prompts: "all" })).status).toBe(400);
    expect((await post({ prompts: Array.from({ length: 33 }, () => ({ source: "a", id: "b" })) })).status).toBe(400);
    expect((await post({ prompts: [] }, "text/plain")).status).toBe(415);
  });

  const data = findDataDirectory();
  it.skipIf(data === undefined)("finds the text of the battles that weighed most, given the data folder", async () => {
    vi.stubEnv("ROUTELLM_DATA", data);
    const { explanation } = await explainPrompt("sw_ranking", "Prove that there are infinitely many primes.");
    if (explanation.kind !== "sw_ranking") throw new TypeError("another kind of explanation");
    const prompts = explanation.battles.map(({ source, id }) => ({ source, id }));
    const { texts } = await (await post({ prompts })).json();
    expect(texts).toHaveLength(8);
    expect(texts.every((text: unknown) => typeof text === "string" && text.length > 0)).toBe(true);
  });
});
