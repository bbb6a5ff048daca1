"use client";

import { useState } from "react";
import { ShareBar } from "@/components/ui/share-bar";
import { Cell, ColumnHead, RowHead, Table } from "@/components/ui/table";
import { similarityExample } from "@/lib/view/about/similarity-example";
import { ExampleSlider, WorkedExample } from "./worked-example";

const OUTCOMES = { 1: "strong won", 0.5: "tie", 0: "weak won" } as const;

/** SW ranking's arithmetic: every known battle counts, the similar ones up to ten times as much. */
export function SimilarityRanking() {
  const [difficulty, setDifficulty] = useState(0.75);
  const { battles, winRate } = similarityExample(difficulty);
  return (
    <WorkedExample
      title="Five battles, weighed by how alike they are to your prompt"
      winRate={winRate}
      note="Weight = 10 · 10^(similarity ÷ largest similarity), so the nearest battle counts at most ten times as much as a battle that has nothing to do with the prompt. With two models the fit is the weighted mean of the outcomes; with many it is a Bradley–Terry model over ten tiers."
      controls={
        <ExampleSlider
          label="The new prompt"
          low="easy prompt"
          high="hard prompt"
          value={difficulty}
          onChange={setDifficulty}
        />
      }
    >
      <Table
        caption="Weights of five known battles"
        captionHidden
        head={
          <tr>
            <ColumnHead>Known battle</ColumnHead>
            <ColumnHead>Outcome</ColumnHead>
            <ColumnHead numeric>Similarity</ColumnHead>
            <ColumnHead numeric>Weight</ColumnHead>
          </tr>
        }
      >
        {battles.map(({ prompt, outcome, similarity, weight, share }) => (
          <tr key={prompt}>
            <RowHead className="font-normal">
              {prompt}
              <ShareBar share={share} tone={outcome === 1 ? "strong" : outcome === 0 ? "weak" : "muted"} />
            </RowHead>
            <Cell className="whitespace-nowrap">{OUTCOMES[outcome]}</Cell>
            <Cell numeric>{similarity.toFixed(2)}</Cell>
            <Cell numeric>{weight.toFixed(1)}</Cell>
          </tr>
        ))}
      </Table>
    </WorkedExample>
  );
}
