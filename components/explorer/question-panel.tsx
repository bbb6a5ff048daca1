"use client";

import { memo, useEffect, useMemo, useRef, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import { Notice } from "@/components/ui/notice";
import { Cell, ColumnHead, RowHead, Table } from "@/components/ui/table";
import { BENCHMARK_INFO } from "@/lib/domain/benchmark";
import { ROUTER_INFO, type RouterId } from "@/lib/domain/router-id";
import { categoryLabel } from "@/lib/explorer/category-label";
import { formatCount } from "@/lib/explorer/format";
import { type QuestionRow, questionRows, type Verdict } from "@/lib/explorer/question-rows";
import { nextSort, type Sort, sortRows } from "@/lib/explorer/sort-rows";
import { useAnalysis } from "./explorer-context";
import { QuestionText } from "./question-text";
import { useSelection } from "./selection-provider";
import { useQuestionTexts } from "./use-question-texts";
import { useThrottled } from "./use-throttled";
import { categoryButtonId, useView } from "./view-provider";

type Key = "winRate" | "strong" | "weak";
type Filter = "all" | Exclude<Verdict, "fitting">;

const COLUMNS: readonly { readonly key: Key; readonly label: string }[] = [
  { key: "winRate", label: "Win rate" },
  { key: "strong", label: "Strong" },
  { key: "weak", label: "Weak" },
];
const FILTERS: readonly { readonly id: Filter; readonly label: string }[] = [
  { id: "all", label: "All" },
  { id: "missed", label: "Sent to weak, strong did better" },
  { id: "wasted", label: "Sent to strong, weak did as well" },
];

/** Rows that stand at first, and that each further press adds. */
const PAGE = 20;
const REDRAW_MS = 100;

/** On a phone the choice and the outcomes stand under the question, and their columns are away. */
const NARROW =
  "max-sm:[&_tr>:nth-child(2)]:hidden max-sm:[&_tr>:nth-child(4)]:hidden max-sm:[&_tr>:nth-child(5)]:hidden";

/** An outcome in words: right or wrong where that is what was measured, else the judge's score. */
function Outcome({ score, judged }: { readonly score: number; readonly judged: boolean }) {
  if (judged) return score.toFixed(1);
  return score >= 1 ? <span className="text-good">✓ right</span> : <span className="text-bad">✗ wrong</span>;
}

type QuestionTableProps = { readonly router: RouterId; readonly category: string; readonly cutoff: number };

/** Re-drawn only when α, the router or the category changes. */
const QuestionTable = memo(function QuestionTable({ router, category, cutoff }: QuestionTableProps) {
  const { table } = useAnalysis();
  const { benchmark } = useView();
  const texts = useQuestionTexts(benchmark, category);
  const [sort, setSort] = useState<Sort<Key>>({ key: "winRate", direction: "descending" });
  const [filter, setFilter] = useState<Filter>("all");
  const [shown, setShown] = useState(PAGE);
  const all = useMemo(
    () => questionRows({ table, router, category, threshold: cutoff }),
    [table, router, category, cutoff],
  );
  const count = (id: Filter) => (id === "all" ? all.length : all.filter(({ verdict }) => verdict === id).length);
  const rows = all.filter(({ verdict }) => filter === "all" || verdict === filter);
  const judged = BENCHMARK_INFO[benchmark].unit === "judge score";
  const read = (row: QuestionRow, key: Key) => row[key];
  return (
    <>
      <fieldset className="mb-2 flex flex-wrap items-center gap-1.5">
        <legend className="sr-only">Which questions</legend>
        {FILTERS.map(({ id, label }) => (
          <Chip key={id} pressed={filter === id} onClick={() => setFilter(id)}>
            {label} <span className="ml-1.5">{formatCount(count(id))}</span>
          </Chip>
        ))}
      </fieldset>
      {texts?.advice ? <Notice kind="empty">{texts.advice}</Notice> : null}
      {rows.length === 0 ? <p className="py-3 text-sm text-muted">No question of this kind at this α.</p> : null}
      <div className={rows.length === 0 ? "hidden" : `mt-1 ${NARROW} [&_tbody_td]:align-top [&_tbody_th]:align-top`}>
        <Table
          caption={`Questions of ${categoryLabel(category)}`}
          captionHidden
          head={
            <tr>
              <ColumnHead>Question</ColumnHead>
              <ColumnHead>Goes to</ColumnHead>
              {COLUMNS.map(({ key, label }) => (
                <ColumnHead
                  key={key}
                  numeric
                  sorted={sort.key === key ? sort.direction : undefined}
                  onSort={() => setSort(nextSort(sort, key, "descending"))}
                >
                  {label}
                </ColumnHead>
              ))}
            </tr>
          }
        >
          {sortRows(rows, sort, read)
            .slice(0, shown)
            .map((row) => (
              <tr key={row.id}>
                <RowHead>
                  <QuestionText id={row.id} text={texts?.texts[row.id]} />
                  <span className="mt-1 flex flex-wrap items-center gap-x-3 font-normal sm:hidden">
                    <Badge tone={row.choice}>{row.choice}</Badge>
                    <span>
                      strong <Outcome score={row.strong} judged={judged} />
                    </span>
                    <span>
                      weak <Outcome score={row.weak} judged={judged} />
                    </span>
                  </span>
                </RowHead>
                <Cell>
                  <Badge tone={row.choice}>{row.choice}</Badge>
                </Cell>
                <Cell numeric>{row.winRate.toFixed(3)}</Cell>
                <Cell numeric>
                  <Outcome score={row.strong} judged={judged} />
                </Cell>
                <Cell numeric>
                  <Outcome score={row.weak} judged={judged} />
                </Cell>
              </tr>
            ))}
        </Table>
      </div>
      {rows.length > shown ? (
        <Button className="mt-2" onClick={() => setShown(shown + PAGE)}>
          Show {formatCount(Math.min(PAGE, rows.length - shown))} more of {formatCount(rows.length)}
        </Button>
      ) : null}
    </>
  );
});

/** The opened category's questions: how each is routed, and what both models made of it. */
export function QuestionPanel({ category }: { readonly category: string }) {
  const { setCategory, openedByHand } = useView();
  const { router, point } = useSelection();
  const cutoff = useThrottled(point.threshold, REDRAW_MS);
  const heading = useRef<HTMLSpanElement>(null);
  // Whoever opened it is taken there; a link that was opened with it stays at the top of the page.
  useEffect(() => {
    if (openedByHand === category) heading.current?.focus();
  }, [openedByHand, category]);
  const close = () => {
    setCategory(null);
    document.getElementById(categoryButtonId(category))?.focus();
  };
  return (
    <Card
      title={
        <span ref={heading} tabIndex={-1}>
          Questions: {categoryLabel(category)}
        </span>
      }
      aside={
        <span className="inline-flex flex-wrap items-center gap-x-3">
          {ROUTER_INFO[router].label}
          <Button look="quiet" onClick={close}>
            Close
          </Button>
        </span>
      }
    >
      <QuestionTable key={category} router={router} category={category} cutoff={cutoff} />
    </Card>
  );
}
