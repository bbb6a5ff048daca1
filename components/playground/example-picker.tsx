"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import { EXAMPLE_KINDS, type ExampleKind, type ExampleTitle } from "@/lib/view/shared/example-kinds";
import { useExampleTexts } from "./use-example-texts";

type ExamplePickerProps = {
  readonly examples: readonly ExampleTitle[];
  /** The text in the prompt box: its example is marked. */
  readonly text: string;
  /** The example that the page begins with. */
  readonly initial: { readonly id: string; readonly prompt: string } | null;
  readonly onPick: (prompt: string) => void;
};

/** Prompts to try, by kind. */
export function ExamplePicker({ examples, text, initial, onPick }: ExamplePickerProps) {
  const [kind, setKind] = useState<ExampleKind | "all">("all");
  const { texts, failed, load } = useExampleTexts(text !== "" && text !== initial?.prompt);
  const shown = examples.filter((example) => kind === "all" || example.kind === kind);
  const promptOf = (id: string): string | undefined =>
    texts?.get(id) ?? (id === initial?.id ? initial.prompt : undefined);
  const pick = async (choose: (texts: ReadonlyMap<string, string>) => string | undefined) => {
    const picked = choose(texts ?? (await load()));
    if (picked !== undefined) onPick(picked);
  };
  const surprise = () =>
    pick((prompts) => {
      const others = shown.flatMap(({ id }) => prompts.get(id) ?? []).filter((prompt) => prompt !== text);
      return others[Math.floor(Math.random() * others.length)];
    });
  return (
    <Card title="Try one" aside={<Button onClick={() => void surprise()}>Surprise me</Button>}>
      <fieldset aria-label="Kinds of examples" className="flex flex-wrap gap-1">
        {[{ id: "all", label: "All kinds" } as const, ...EXAMPLE_KINDS].map(({ id, label }) => (
          <Chip key={id} pressed={kind === id} onClick={() => setKind(id)}>
            {label}
          </Chip>
        ))}
      </fieldset>
      <p role="status" className="mt-2 text-[0.8125rem] text-bad empty:hidden">
        {failed ? "The examples could not be loaded. Check the connection, then pick one again." : null}
      </p>
      <ul
        aria-label="Example prompts"
        className="mt-3 flex max-h-52 flex-wrap lg:max-h-[17rem] gap-1.5 overflow-y-auto border-t border-line pt-3"
        onPointerEnter={() => void load()}
        onFocus={() => void load()}
      >
        {shown.map(({ id, title }) => (
          <li key={id}>
            <Chip
              title={promptOf(id)?.slice(0, 300)}
              aria-current={promptOf(id) === text ? "true" : undefined}
              className="aria-[current]:border-accent aria-[current]:bg-surface-2 aria-[current]:font-semibold"
              onClick={() => void pick((prompts) => prompts.get(id))}
            >
              {title}
            </Chip>
          </li>
        ))}
      </ul>
    </Card>
  );
}
