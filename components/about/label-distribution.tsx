"use client";

import { useState } from "react";
import { ShareBar } from "@/components/ui/share-bar";
import { fiveLabelExample, threeLabelExample } from "@/lib/view/about/label-example";
import { ExampleSlider, WorkedExample } from "./worked-example";

const KINDS = {
  three: {
    example: threeLabelExample,
    title: "Three labels; a tie and a win of the weak model are taken off",
    note: "Win rate = 1 − P(tie) − P(weak wins). The logits behind the bars are made up.",
  },
  five: {
    example: fiveLabelExample,
    title: "The next token: how good will the weak model’s answer be?",
    note: "Win rate = 1 − P([[4]]) − P([[5]]); if no label comes at all it is 1. The logits behind the bars are made up.",
  },
} as const;

/** How a transformer's label probabilities become a win rate. */
export function LabelDistribution({ kind }: { readonly kind: keyof typeof KINDS }) {
  const [difficulty, setDifficulty] = useState(0.4);
  const { example, title, note } = KINDS[kind];
  const { labels, winRate } = example(difficulty);
  return (
    <WorkedExample
      title={title}
      note={note}
      winRate={winRate}
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
      <dl className="grid grid-cols-[auto_minmax(16px,1fr)_auto] items-center gap-x-3 gap-y-1 py-2 text-[0.8125rem]">
        {labels.map(({ label, probability, counted }) => (
          <div key={label} className="contents">
            <dt className={counted ? "text-muted" : "font-semibold"}>{label}</dt>
            <ShareBar share={probability} tone={counted ? "weak" : "strong"} />
            <dd className="text-right">
              {counted ? "− " : ""}
              {probability.toFixed(3)}
            </dd>
          </div>
        ))}
      </dl>
    </WorkedExample>
  );
}
