import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readJsonLines } from "@/lib/datasets/read-json-lines";
import { calibrationLineSchema } from "@/lib/schemas/files/calibration-line";
import { sampleDecision } from "@/lib/test/decision-fixture";
import { resetProcess } from "@/lib/test/start-anew";

const root = mkdtempSync(join(tmpdir(), "routellm-decisions-"));
afterAll(() => rmSync(root, { recursive: true }));
beforeEach(() => {
  resetProcess();
  vi.stubEnv("ROUTELLM_STATE", mkdtempSync(join(root, "state-")));
  vi.stubEnv("ROUTELLM_SIMULATED_PACE_MS", "0");
  vi.stubEnv("DATABASE_URL", undefined);
});
afterEach(() => vi.unstubAllEnvs());

const get = async (query = "") =>
  (await import("./decisions-response")).decisionsResponse(new Request(`http://localhost/chat/decisions${query}`));

async function keep(count: number): Promise<void> {
  const { getDatabase } = await import("@/lib/runtime/database");
  const { keepDecisions } = await import("@/lib/storage/decisions");
  const database = await getDatabase();
  const records = Array.from({ length: count }, (_, index) =>
    sampleDecision(`id-${index}`, { key: "secret team", winRate: index / count }),
  );
  for (let start = 0; start < count; start += 500) await keepDecisions(database, records.slice(start, start + 500));
}

describe("decisions over HTTP", () => {
  it("are none before the first, counted, and deleted", async () => {
    expect(await (await get()).json()).toEqual({ all: 0, groups: [], kept: 100_000 });
    await keep(3);
    expect(await (await get()).json()).toMatchObject({ all: 3, groups: [{ router: "mf", decisions: 3 }] });
    expect(await (await get("?since=2026-11-24")).json()).toMatchObject({ all: 0 });
    const { deleteDecisionsResponse } = await import("./decisions-response");
    expect((await deleteDecisionsResponse()).status).toBe(204);
    expect(await (await get()).json()).toMatchObject({ all: 0 });
  });

  it("are exported to the last, without the names of keys", async () => {
    await keep(1001);
    const csv = await (await get("?format=csv")).text();
    expect(parse(csv, { columns: true })).toHaveLength(1001);
    const response = await get("?format=jsonl");
    expect(response.headers.get("content-disposition")).toContain("routellm-decisions.jsonl");
    const lines = await response.text();
    expect(csv + lines).not.toContain("secret team");
    const path = join(root, "decisions.jsonl");
    writeFileSync(path, lines);
    expect(await readJsonLines(path, calibrationLineSchema)).toHaveLength(1001);
  });

  it.each([
    ["?format=xls", 'format must be one of csv, jsonl, but it was "xls".'],
    ["?since=yesterday", "since must be a date or a time"],
  ])("say what is wrong with %s", async (query, message) => {
    const response = await get(query);
    expect([response.status, (await response.json()).message]).toEqual([400, expect.stringContaining(message)]);
  });

  it("are those of the chat page too, stored before the last part of the answer", async () => {
    const { chatAnswerResponse } = await import("./chat-answer");
    const ask = (prompt: string, signal?: AbortSignal) =>
      chatAnswerResponse(
        new Request("http://localhost/chat/answers", {
          ...{ method: "POST", headers: { "content-type": "application/json" } },
          ...(signal === undefined ? {} : { signal }),
          body: JSON.stringify({ router: "mf", threshold: 0, messages: [{ role: "user", content: prompt }] }),
        }),
      );
    const answer = await (await ask("A confidential question")).text();
    expect(answer).toContain('"type":"finish"');
    const text = await (await get("?format=jsonl")).text();
    expect(
      text
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toMatchObject([
      {
        source: "chat",
        router: "mf",
        choice: "strong",
        outcome: "answered",
        model: "simulated/strong",
        simulated: true,
      },
    ]);
    expect(text).not.toContain("confidential");
  });
});
