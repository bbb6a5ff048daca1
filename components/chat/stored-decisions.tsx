"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { ask, sentenceOf, tell } from "@/components/controls/ask-server";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { Cell, ColumnHead, RowHead, Table } from "@/components/ui/table";
import { formatDollars } from "@/lib/domain/dollars";
import { ROUTER_INFO } from "@/lib/domain/router-id";
import { type DecisionSummary, decisionSummarySchema } from "@/lib/schemas/web/decision";
import { formatCount } from "@/lib/view/shared/format";

const PATH = "/chat/decisions";
const LINK = "underline decoration-line-strong underline-offset-2 hover:decoration-current";

/**
 * What the server keeps of each request, and how to get it out or rid of it.
 * @param settled changes with every answer that has ended, which is when there is more to count.
 */
export function StoredDecisions({ settled }: { readonly settled: number }) {
  const [summary, setSummary] = useState<DecisionSummary>();
  const [problem, setProblem] = useState<string>();
  const [deleting, setDeleting] = useState(false);
  const latest = useRef(0);

  const attempt = useCallback(async (work: () => Promise<void>): Promise<void> => {
    const turn = ++latest.current;
    try {
      await work();
      const counted = await ask(PATH, { schema: decisionSummarySchema });
      if (turn !== latest.current) return;
      setSummary(counted);
      setProblem(undefined);
    } catch (error) {
      if (turn === latest.current) setProblem(sentenceOf(error));
    }
  }, []);
  useEffect(() => {
    if (settled >= 0) void attempt(async () => undefined);
  }, [attempt, settled]);

  return (
    <Card
      title="Stored decisions"
      aside={summary === undefined ? null : <output>{formatCount(summary.all)} on the server</output>}
    >
      <p className="text-[0.8125rem] text-muted">
        {summary?.kept === 0
          ? "This server stores no decisions. "
          : "For every request, here and at /v1, the server stores which router decided what, at which α, who answered, tokens, dollars and time; never the question or the answer. "}
        Texts reach its database only with votes that you share.
      </p>
      {problem === undefined ? null : (
        <div className="mt-2">
          <Notice kind="error">{problem}</Notice>
        </div>
      )}
      {summary === undefined || summary.all === 0 ? null : (
        <>
          <div className="mt-2">
            <Summary groups={summary.groups} />
          </div>
          {summary.groups.some(({ simulated }) => simulated) ? (
            <p className="mt-1 text-xs text-muted">Simulated answers count at the paper’s prices.</p>
          ) : null}
          <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-[0.8125rem]">
            <a className={LINK} href={`${PATH}?format=csv`} download aria-label="Decisions as CSV">
              CSV
            </a>
            <a className={LINK} href={`${PATH}?format=jsonl`} download aria-label="Decisions as JSON Lines">
              JSON Lines
            </a>
            {deleting ? (
              <span className="flex items-center gap-1">
                <Button
                  onClick={() => {
                    setDeleting(false);
                    void attempt(() => tell(PATH, { method: "DELETE" }));
                  }}
                >
                  Delete {formatCount(summary.all)} for good
                </Button>
                <Button look="quiet" onClick={() => setDeleting(false)}>
                  Keep
                </Button>
              </span>
            ) : (
              <Button look="quiet" aria-label="Delete all decisions" onClick={() => setDeleting(true)}>
                Delete all
              </Button>
            )}
          </p>
        </>
      )}
    </Card>
  );
}

/** A router a line: to whom its requests went, and what that saved. */
function Summary({ groups }: Pick<DecisionSummary, "groups">) {
  const routers = [...new Set(groups.map(({ router }) => router))];
  return (
    <Table
      caption="Stored decisions by router"
      captionHidden
      head={
        <tr>
          <ColumnHead>Router</ColumnHead>
          <ColumnHead numeric>Strong</ColumnHead>
          <ColumnHead numeric>Weak</ColumnHead>
          <ColumnHead numeric>Saved</ColumnHead>
        </tr>
      }
    >
      {routers.map((router) => {
        const own = groups.filter((group) => group.router === router);
        const count = (side: "strong" | "weak") =>
          own.reduce((sum, { choice, decisions }) => sum + (choice === side ? decisions : 0), 0);
        const saved = own.reduce((sum, { dollars, strongDollars }) => sum + strongDollars - dollars, 0);
        return (
          <tr key={router}>
            <RowHead>{ROUTER_INFO[router].label}</RowHead>
            <Cell numeric>{formatCount(count("strong"))}</Cell>
            <Cell numeric>{formatCount(count("weak"))}</Cell>
            <Cell numeric>{formatDollars(saved)}</Cell>
          </tr>
        );
      })}
    </Table>
  );
}
