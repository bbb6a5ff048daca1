import { afterEach, expect, it, vi } from "vitest";
import { PRICES_OF } from "@/lib/gateway/model-prices";
import { readServedPrices } from "./served-prices";

afterEach(() => vi.unstubAllEnvs());

it("are the paper's where simulated models answer", () => {
  expect(readServedPrices()).toEqual({
    strong: {
      model: "gpt-4-1106-preview",
      known: {
        price: { inputPerMillion: 24.7, outputPerMillion: 24.7 },
        ...{ source: "the RouteLLM paper’s price, mid-2024", asOf: "mid-2024" },
      },
    },
    weak: expect.objectContaining({ model: "mixtral-8x7b-instruct-v0.1" }),
  });
});

it("are the configured models' own: listed ones dated, set ones as they are set, others unknown", () => {
  vi.stubEnv("ROUTELLM_STRONG_MODEL", "openai/gpt-4o");
  vi.stubEnv("ROUTELLM_WEAK_MODEL", "openai-compatible/own");
  expect(readServedPrices()).toEqual({
    strong: {
      model: "openai/gpt-4o",
      known: {
        ...{ price: { inputPerMillion: 2.5, outputPerMillion: 10 } },
        ...{ source: `list price of ${PRICES_OF}`, asOf: PRICES_OF },
      },
    },
    weak: { model: "openai-compatible/own", known: null },
  });
  vi.stubEnv("ROUTELLM_WEAK_PRICE", "0.1,0.2");
  expect(readServedPrices().weak.known).toEqual({
    ...{ price: { inputPerMillion: 0.1, outputPerMillion: 0.2 }, source: "as this server is configured", asOf: null },
  });
});
