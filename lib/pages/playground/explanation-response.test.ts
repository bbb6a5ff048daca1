import { describe, expect, it } from "vitest";
import { explanationResponse } from "./explanation-response";

const ask = (router: string, body: unknown) =>
  explanationResponse(
    router,
    new Request("http://localhost/explanations", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    }),
  );

describe("explanationResponse", () => {
  it("answers what a page may show, and keeps no cache from asking again", async () => {
    const response = await ask("length", { prompt: "Hi" });
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.json()).toMatchObject({ explanation: { kind: "length", characters: 2 } });
  });

  it("refuses with one sentence: unknown routers, routers that cannot say, prompts that cannot be scored", async () => {
    for (const [router, body, status] of [
      ["nobody", { prompt: "Hi" }, 404],
      ["random", { prompt: "Hi" }, 404],
      ["mf", { prompt: " " }, 400],
      ["mf", { prompt: "x".repeat(32_001) }, 400],
      ["mf", {}, 400],
    ] as const) {
      const response = await ask(router, body);
      expect(response.status, `${router} ${JSON.stringify(body).slice(0, 40)}`).toBe(status);
      expect(await response.json()).toEqual({ message: expect.stringMatching(/^[A-Z].*\.$/) });
    }
  });
});
