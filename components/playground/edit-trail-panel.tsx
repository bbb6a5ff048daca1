"use client";

import { Button } from "@/components/ui/button";
import { Cell, ColumnHead, RowHead, Table } from "@/components/ui/table";
import { ROUTER_IDS, ROUTER_INFO } from "@/lib/domain/router-id";
import { type Edit, editTrail } from "@/lib/view/playground/edit-trail";
import { formatMargin, formatWinRate } from "@/lib/view/shared/format";
import { excerpt } from "@/lib/view/shared/prompt-history";
import { useHistoryStore } from "./history-store";

const LEARNED = ROUTER_IDS.filter((id) => !ROUTER_INFO[id].baseline);
const EXCERPT_CHARACTERS = 60;

/** What each edit of the last prompt did to every learned router's win rate. */
export default function EditTrailPanel({ onRestore }: { readonly onRestore: (prompt: string) => void }) {
  const trail = editTrail(useHistoryStore((state) => state.history));
  if (trail.length < 2) {
    return (
      <p className="pb-2 text-[0.8125rem] text-muted">
        Change the prompt and pause: each version is listed here, with what the change did to the win rates.
      </p>
    );
  }
  return (
    <Table
      caption="Versions of the last prompt, newest first, and the change of each win rate"
      head={
        <tr>
          <ColumnHead>Edit</ColumnHead>
          {LEARNED.map((id) => (
            <ColumnHead key={id} numeric>
              {ROUTER_INFO[id].label}
            </ColumnHead>
          ))}
          <ColumnHead>
            <span className="sr-only">Restore</span>
          </ColumnHead>
        </tr>
      }
    >
      {trail.map(({ prompt, edit, winRates, changes }) => (
        <tr key={prompt}>
          <RowHead className="max-w-[26rem] font-normal break-words">
            {edit === null ? (
              <span className="text-muted">began as “{excerpt(prompt, EXCERPT_CHARACTERS)}”</span>
            ) : (
              <EditWords {...edit} />
            )}
          </RowHead>
          {LEARNED.map((id) => {
            const [winRate, change] = [winRates[id], changes[id]];
            return (
              <Cell key={id} numeric>
                {winRate === undefined ? "–" : formatWinRate(winRate)}
                {change === undefined ? null : <span className="block text-xs text-muted">{formatMargin(change)}</span>}
              </Cell>
            );
          })}
          <Cell>
            <Button onClick={() => onRestore(prompt)}>Restore</Button>
          </Cell>
        </tr>
      ))}
    </Table>
  );
}

function EditWords({ removed, added }: Edit) {
  return (
    <>
      {removed === "" ? null : (
        <del className="mr-2 text-muted">{excerpt(removed, EXCERPT_CHARACTERS) || "blanks"}</del>
      )}
      {added === "" ? null : (
        <ins className="text-good no-underline">+ {excerpt(added, EXCERPT_CHARACTERS) || "blanks"}</ins>
      )}
    </>
  );
}
