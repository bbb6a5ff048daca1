"use client";

import { lazy, Suspense } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { useHistoryStore } from "./history-store";
import type { TriedPromptsProps } from "./recent-prompts";

/** The rest of the page goes on without the list. */
const NotLoaded = () => <Notice kind="error">Reload the page to see this list; its prompts are kept.</Notice>;

/** A first visit has none. */
const TriedPrompts = lazy(() => import("./recent-prompts").catch(() => ({ default: NotLoaded })));

type HistoryPanelProps = Omit<TriedPromptsProps, "history"> & { readonly onClear: () => void };

/** The prompts tried in this tab. */
export function HistoryPanel({ onClear, ...props }: HistoryPanelProps) {
  const history = useHistoryStore((state) => state.history);
  return (
    <Card
      title="Tried in this session"
      aside={history.length === 0 ? null : <Button onClick={onClear}>Clear history</Button>}
    >
      {history.length === 0 ? (
        <Notice kind="empty">Prompts that you try are listed here with their scores, until you close this tab.</Notice>
      ) : (
        <Suspense fallback={null}>
          <TriedPrompts history={history} {...props} />
        </Suspense>
      )}
    </Card>
  );
}
