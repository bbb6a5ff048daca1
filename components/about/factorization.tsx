"use client";

import { useState } from "react";
import { EXAMPLE_EMBEDDING, factorizationExample } from "@/lib/view/about/factorization-example";
import { ExampleSlider, WorkedExample } from "./worked-example";

const signed = (value: number): string => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(2)}`;

/** Matrix factorization's arithmetic: a dot product through the logistic function. */
export function Factorization() {
  const [embedding, setEmbedding] = useState(EXAMPLE_EMBEDDING);
  const { products, difference, winRate } = factorizationExample(embedding);
  return (
    <WorkedExample
      title="A dot product of the prompt and what the strong model has over the weak one"
      winRate={winRate}
      note={`The products add up to ${signed(difference)}, and 1 ÷ (1 + e^−x) makes a win rate of it. Real dimensions have no names; there are up to 128 of them.`}
      controls={null}
    >
      <ul className="grid gap-2 pb-1">
        {products.map(({ name, value, advantage, product }, index) => (
          <li key={name}>
            <p className="flex flex-wrap justify-between gap-x-3 text-[0.8125rem]">
              <span>{name}</span>
              <span className="text-muted">
                {value.toFixed(2)} × {signed(advantage)} ={" "}
                <span className="inline-block w-[6ch] text-right font-semibold text-text">{signed(product)}</span>
              </span>
            </p>
            <ExampleSlider
              label={`The prompt’s ${name}`}
              low="none"
              high="much"
              value={value}
              onChange={(next) => setEmbedding(embedding.with(index, next))}
            />
          </li>
        ))}
      </ul>
    </WorkedExample>
  );
}
