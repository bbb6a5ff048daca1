import { describe, expect, it } from "vitest";
import { createSessionPool } from "@/lib/inference/session-pool";
import { createRandom } from "@/lib/math/seeded-random";
import { LARGEST_ROUNDING } from "@/lib/schemas/artifacts/transformers-artifact";
import { smallTransformers } from "@/lib/test/small-transformers";
import { synthesizePrompts } from "@/lib/test/synthetic-prompts";
import { measureRounding } from "./measure-rounding";

const prompts = synthesizePrompts({ count: 12, kind: "chat", random: createRandom(1) }).map(({ prompt }) => prompt);
const open = { directory: "artifacts", pool: createSessionPool() };

describe("measureRounding", () => {
  it("is nothing for the same models, and small but not nothing for 8 bits against 32", async () => {
    const shipped = smallTransformers({ seed: 3 });
    const same = await measureRounding({ shipped, exact: shipped, prompts, open });
    expect(same).toEqual({ bert: 0, causal_llm: 0 });
    const exact = smallTransformers({ seed: 3, precision: "float32" });
    const measured = await measureRounding({ shipped, exact, prompts, open });
    for (const difference of Object.values(measured)) {
      expect(difference).toBeGreaterThan(0);
      expect(difference).toBeLessThanOrEqual(LARGEST_ROUNDING);
    }
  });

  it("refuses models whose win rates are others", async () => {
    const [shipped, exact] = [
      smallTransformers(),
      { ...smallTransformers(), "bert.onnx": smallTransformers({ seed: 2 })["bert.onnx"] },
    ];
    await expect(measureRounding({ shipped, exact, prompts, open })).rejects.toThrow(/At 8 bits bert/);
  });
});
