import { APICallError } from "ai";
import { afterEach, describe, expect, it, vi } from "vitest";
import { RoutingError } from "@/lib/domain/routing-error";
import { callInTime } from "@/lib/gateway/call-in-time";
import { resilientModel } from "@/lib/gateway/resilient-model";
import { createSimulatedModel } from "@/lib/gateway/simulated-model";
import { respond } from "@/lib/http/answer-request";
import { createTestEndpoint, serveEndpoint } from "@/lib/test/endpoint-server";
import { forReader } from "./for-reader";
import { ANONYMOUS, LOCAL, type Visitor, withVisitor } from "./visitor";

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  vi.restoreAllMocks();
});

const QUOTE = "my secret prompt";
const failure = (statusCode: number) =>
  new APICallError({
    ...{ message: `Invalid: '${QUOTE}'`, url: "http://provider.example", requestBodyValues: {}, statusCode },
  });
const member: Visitor = { role: "member", id: "p1", name: "Ada" };
const as = <Result>(visitor: Visitor, run: () => Promise<Result>) => withVisitor(async () => visitor, run);

describe("what a provider said of a prompt", () => {
  const fail = () =>
    callInTime({
      ...{ id: "openai/embedder", parameter: "test", redact: (text: string) => text },
      patience: { totalMs: 1000, maximumTries: 1 },
      call: () => Promise.reject(failure(400)),
    });

  it("is told to the admin and to members, not to visitors, by the pages' routes", async () => {
    for (const visitor of [LOCAL, member]) {
      const response = await as(visitor, () => respond(fail));
      expect(await response.text()).toContain(QUOTE);
    }
    const response = await as(ANONYMOUS, () => respond(fail));
    expect([response.status, await response.json()]).toEqual([
      502,
      { message: "openai/embedder did not answer: HTTP 400." },
    ]);
  });

  it.each([400, 500])("is told to key holders at /v1, not to others, after HTTP %s", async (status) => {
    const key = "sk-team";
    const strong = resilientModel({
      model: {
        ...createSimulatedModel({ choice: "strong", pace: { firstMs: 0, wordMs: 0 } }),
        doGenerate: async () => Promise.reject(failure(status)),
        doStream: async () => Promise.reject(failure(status)),
      },
      ...{ redact: (text: string) => text, now: () => 0 },
      patience: { wholeMs: 1000, firstMs: 1000, stallMs: 1000, maximumTries: 1 },
      breaker: { share: 0.5, minimumFailures: 100, recentMs: 1000, restMs: 1000 },
    });
    for (const keys of [[], [{ name: "team", hash: await sha256(key), ...NO_LIMITS }]]) {
      const served = await serveEndpoint(createTestEndpoint({ models: { strong }, keys }));
      stops.push(served.stop);
      for (const stream of [false, true]) {
        const response = await fetch(`${served.url}/v1/chat/completions`, {
          method: "POST",
          headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
          body: JSON.stringify({ model: "router-mf-0.5", stream, messages: [{ role: "user", content: "hard" }] }),
        });
        const text = await response.text();
        expect(text).toContain(`HTTP ${status}`);
        expect(text.includes(QUOTE)).toBe(keys.length > 0);
      }
    }
  });

  it("leaves errors of our own as they are", async () => {
    const own = new RoutingError({ code: "not_found", parameter: "model", message: "There is none." });
    expect(await as(ANONYMOUS, () => forReader(own))).toBe(own);
  });
});

const NO_LIMITS = { requestsPerMinute: undefined, dollarsPerMonth: undefined };
async function sha256(text: string): Promise<string> {
  return Buffer.from(await crypto.subtle.digest("SHA-256", Buffer.from(text))).toString("hex");
}
