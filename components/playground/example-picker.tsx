"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import { EXAMPLE_KINDS, EXAMPLE_PROMPTS, type ExampleKind } from "@/lib/explorer/example-prompts";

type ExamplePickerProps = {
  /** What stands in the box: its example is marked. */
  readonly text: string;
  readonly onPick: (prompt: string) => void;
};

/** Prompts to try, by kind. */
export function ExamplePicker({ text, onPick }: ExamplePickerProps) {
  const [kind, setKind] = useState<ExampleKind | "all">("all");
  const shown = EXAMPLE_PROMPTS.filter((example) => kind === "all" || example.kind === kind);
  const surprise = () => {
    const others = shown.filter(({ prompt }) => prompt !== text);
    const picked = others[Math.floor(Math.random() * others.length)];
    if (picked !== undefined) onPick(picked.prompt);
  };
  return (
    <Card title="Try one" aside={<Button onClick={surprise}>Surprise me</Button>}>
      <fieldset aria-label="Kinds of examples" className="flex flex-wrap gap-1">
        {[{ id: "all", label: "All kinds" } as const, ...EXAMPLE_KINDS].map(({ id, label }) => (
          <Chip key={id} pressed={kind === id} onClick={() => setKind(id)}>
            {label}
          </Chip>
        ))}
      </fieldset>
      <ul
        aria-label="Example prompts"
        className="mt-3 flex max-h-52 flex-wrap gap-1.5 overflow-y-auto border-t border-line pt-3"
      >
        {shown.map(({ id, title, prompt }) => (
          <li key={id}>
            <Chip
              title={prompt.slice(0, 300)}
              aria-current={prompt === text ? "true" : undefined}
              className="aria-[current]:border-accent aria-[current]:bg-surface-2 aria-[current]:font-semibold"
              onClick={() => onPick(prompt)}
            >
              {title}
            </Chip>
          </li>
        ))}
      </ul>
    </Card>
  );
}
