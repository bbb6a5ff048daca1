import { afterEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { RoutingError } from "@/lib/domain/routing-error";
import { answerAction } from "./answer-action";

const schema = z.object({ prompt: z.string({ error: "A prompt must be a text." }) });

describe("answerAction", () => {
  afterEach(() => vi.restoreAllMocks());

  it("hands the parsed request on and the answer back", async () => {
    const answer = await answerAction({
      schema,
      request: { prompt: "hi", extra: 1 },
      answer: async (request) => ({ got: request }),
    });
    expect(answer).toEqual({ got: { prompt: "hi" } });
  });

  it("refuses a request of the wrong shape with its reason", async () => {
    const answer = await answerAction({ schema, request: { prompt: 7 }, answer: async () => "never" });
    expect(answer).toEqual({
      error: { code: "invalid_argument", parameter: "prompt", message: "A prompt must be a text." },
    });
  });

  it("passes on an error that people are meant to read", async () => {
    const error = new RoutingError({ code: "invalid_data", parameter: "prompt", message: "Too odd." });
    const answer = await answerAction({ schema, request: { prompt: "hi" }, answer: () => Promise.reject(error) });
    expect(answer).toEqual({ error: { code: "invalid_data", parameter: "prompt", message: "Too odd." } });
  });

  it("keeps any other error to the log", async () => {
    const log = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const answer = await answerAction({
      schema,
      request: { prompt: "hi" },
      answer: () => Promise.reject(new Error("secret path")),
    });
    expect(JSON.stringify(answer)).not.toContain("secret");
    expect(answer).toMatchObject({ error: { code: "internal" } });
    expect(log).toHaveBeenCalledExactlyOnceWith(expect.stringContaining("secret path"));
  });
});
