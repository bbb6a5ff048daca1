import { describe, expect, it } from "vitest";
import { benchmarkQualitySchema } from "@/lib/schemas/web/quality-answer";
import { benchmarkQualityResponse } from "./quality-response";

describe("benchmarkQualityResponse", () => {
  it("gives every benchmark's band from nothing of the gap to all of it, and win rates in order", async () => {
    const response = await benchmarkQualityResponse("mf");
    const quality = benchmarkQualitySchema.parse(await response.json());
    expect(Object.keys(quality)).toEqual(["mmlu", "gsm8k", "mt-bench"]);
    for (const { band, winRates } of Object.values(quality)) {
      expect([band.recovered[0], band.recovered[100]]).toEqual([0, 1]);
      band.recovered.forEach((value, place) => {
        expect(value).toBeGreaterThanOrEqual((band.low[place] ?? 1) - 0.05);
        expect(value).toBeLessThanOrEqual((band.high[place] ?? 0) + 0.05);
      });
      expect(winRates).toEqual([...winRates].sort((a, b) => a - b));
    }
  });

  it("knows no other routers", async () => {
    expect((await benchmarkQualityResponse("oracle")).status).toBe(404);
  });
});
