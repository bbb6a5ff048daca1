import { describe, expect, it } from "vitest";
import { promptOrigins, WRITTEN_SOURCE } from "./prompt-origins";

const vote = (prompt: string) => ({
  id: "b1",
  prompt,
  modelA: "ant",
  modelB: "bee",
  outcome: 1,
  source: "judge",
  category: "",
});

describe("promptOrigins", () => {
  const origins = promptOrigins({
    pair: { strong: "ant", weak: "bee" },
    pairRows: [{ id: "mmlu-4", prompt: "asked of the pair", subject: "", strong: 1, weak: 0 }],
    battles: new Map([["judge", [vote("voted on"), vote("asked of the pair")]]]),
    written: [{ prompt: "written here", demand: "easy" }],
    tables: [
      {
        name: "table",
        rows: [{ id: "t9", prompt: "Q: How many?\nA. 1\nB. 2\nC. 3", category: "", scores: new Map() }],
      },
    ],
  });

  it("names the data set and row of each prompt; the pair's own questions come first", () => {
    expect(origins.get("asked of the pair")).toEqual({ source: "mmlu", id: "mmlu-4" });
    expect(origins.get("voted on")).toEqual({ source: "judge", id: "b1" });
    expect(origins.get("written here")).toEqual({ source: WRITTEN_SOURCE, id: "0" });
  });

  it("knows a table's row whole and as the word problem in it", () => {
    expect(origins.get("Q: How many?\nA. 1\nB. 2\nC. 3")).toEqual({ source: "table", id: "t9" });
    expect(origins.get("How many?")).toEqual({ source: "table", id: "t9" });
    expect(origins.get("unheard of")).toBeUndefined();
  });
});
