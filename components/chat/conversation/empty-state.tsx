"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { Example } from "./chat-data";

type EmptyStateProps = {
  readonly title: string;
  /** What will happen. */
  readonly children: ReactNode;
  readonly examples: readonly Example[];
  readonly simulated: boolean;
  readonly disabled: boolean;
  readonly onPick: (prompt: string) => void;
};

/** Before the first question: what will happen, and questions to begin with. */
export function EmptyState({ title, children, examples, simulated, disabled, onPick }: EmptyStateProps) {
  return (
    <div className="border border-line bg-surface p-4 sm:p-6">
      <h3 className="font-serif text-lg leading-7 font-semibold">{title}</h3>
      <p className="mt-1 max-w-[38rem] text-sm text-muted">
        {children}
        {simulated
          ? " No language model is configured here, so two simulated ones answer: the routing is real, the answers are made up and say so."
          : null}
      </p>
      <ul aria-label="Questions to begin with" className="mt-4 grid gap-1.5 sm:grid-cols-2">
        {examples.map(({ id, title, prompt }) => (
          <li key={id} className="grid">
            <Button
              disabled={disabled}
              onClick={() => onPick(prompt)}
              className="flex-col items-start justify-start gap-0 px-3 py-2 text-left"
            >
              <span className="font-semibold">{title}</span>
              <span className="line-clamp-2 text-[0.8125rem] font-normal text-muted">{prompt}</span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
