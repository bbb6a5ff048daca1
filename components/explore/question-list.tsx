"use client";

import { useState } from "react";
import { useAnalysis } from "@/components/explore/state/explorer-context";
import { textsOfCategory, textsOfQuestions } from "@/components/explore/state/fetch-question-texts";
import { useQuestionTexts } from "@/components/explore/state/use-question-texts";
import { useView } from "@/components/explore/state/view-provider";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Cell, ColumnHead, RowHead, Table } from "@/components/ui/table";
import { VIEW_INFO } from "@/lib/domain/benchmark";
import type { QuestionRow } from "@/lib/view/explore/question-rows";
import { categoryLabel } from "@/lib/view/shared/category-label";
import { formatCount } from "@/lib/view/shared/format";
import { nextSort, type Sort, sortRows } from "@/lib/view/shared/sort-rows";
import { Outcome } from "./outcome";
import { QuestionText } from "./question-text";

type Key = "winRate" | "strong" | "weak";

const COLUMNS: readonly { readonly key: Key; readonly label: string }[] = [
  { key: "winRate", label: "Win rate" },
  { key: "strong", label: "Strong" },
  { key: "weak", label: "Weak" },
];

/** Rows that stand at first, and that each further press adds. */
const PAGE = 20;

/** On a phone the choice and the outcomes stand under the question, and their columns are away. */
const NARROW =
  "max-sm:[&_tr>:nth-child(2)]:hidden max-sm:[&_tr>:nth-child(4)]:hidden max-sm:[&_tr>:nth-child(5)]:hidden";

const read = (row: QuestionRow, key: Key) => row[key];

type QuestionListProps = {
  readonly caption: string;
  readonly rows: readonly QuestionRow[];
  /** Where all rows are of one category: its texts are then fetched at once, and it need not be named on each row. */
  readonly category: string | null;
};

/** Questions a page at a time, however many there are; each opens its own drawer. */
export function QuestionList({ caption, rows, category }: QuestionListProps) {
  const { table } = useAnalysis();
  const { benchmark, setQuestion } = useView();
  const [sort, setSort] = useState<Sort<Key>>({ key: "winRate", direction: "descending" });
  const [shown, setShown] = useState(PAGE);
  const page = sortRows(rows, sort, read).slice(0, shown);
  const search = category === null ? textsOfQuestions(page.map(({ id }) => id)) : textsOfCategory(category);
  const texts = useQuestionTexts(benchmark, page.length === 0 ? null : search);
  const judged = VIEW_INFO[benchmark].unit === "judge score";
  return (
    <>
      {texts?.advice ? <Notice kind="empty">{texts.advice}</Notice> : null}
      {rows.length === 0 ? <p className="py-3 text-sm text-muted">No question of this kind at this α.</p> : null}
      <div className={rows.length === 0 ? "hidden" : `mt-1 ${NARROW} [&_tbody_td]:align-top [&_tbody_th]:align-top`}>
        <Table
          caption={caption}
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
          {page.map((row) => (
            <tr key={row.id}>
              <RowHead>
                <QuestionText
                  id={row.id}
                  text={texts?.texts[row.id]}
                  category={
                    category === null ? categoryLabel(table.categories[table.category[row.row] ?? 0] ?? "") : null
                  }
                  onOpen={() => setQuestion(row.id)}
                />
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
        <>
          <Button className="mt-2 print:hidden" onClick={() => setShown(shown + PAGE)}>
            Show {formatCount(Math.min(PAGE, rows.length - shown))} more of {formatCount(rows.length)}
          </Button>
          <p className="hidden text-xs text-muted print:block">
            The first {formatCount(shown)} of {formatCount(rows.length)} questions.
          </p>
        </>
      ) : null}
    </>
  );
}
