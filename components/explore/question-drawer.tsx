"use client";

import { RouterMarker } from "@/components/charts/router-marker";
import { useAnalysis } from "@/components/explore/state/explorer-context";
import { textsOfQuestions } from "@/components/explore/state/fetch-question-texts";
import { useSelection } from "@/components/explore/state/selection-provider";
import { useQuestionTexts } from "@/components/explore/state/use-question-texts";
import { useView } from "@/components/explore/state/view-provider";
import { Badge } from "@/components/ui/badge";
import { Drawer } from "@/components/ui/drawer";
import { Notice } from "@/components/ui/notice";
import { Cell, ColumnHead, RowHead, Table } from "@/components/ui/table";
import { VIEW_INFO } from "@/lib/domain/benchmark";
import { forEveryRouter } from "@/lib/domain/for-every-router";
import { ROUTER_INFO } from "@/lib/domain/router-id";
import { type QuestionCard, questionCard } from "@/lib/view/explore/question-card";
import { verdictWords } from "@/lib/view/explore/regret-words";
import { categoryLabel } from "@/lib/view/shared/category-label";
import { formatPercent, formatThreshold, formatWinRate } from "@/lib/view/shared/format";
import { Outcome } from "./outcome";

/** The question's own words, or how to get them. */
function Words({ id }: { readonly id: string }) {
  const texts = useQuestionTexts(useView().benchmark, textsOfQuestions([id]));
  if (texts === null) return <p className="text-sm text-muted">Fetching its text…</p>;
  const text = texts.texts[id];
  if (text !== undefined) {
    return (
      <p dir="auto" className="max-h-72 overflow-y-auto text-sm whitespace-pre-line [overflow-wrap:anywhere]">
        {text}
      </p>
    );
  }
  return <Notice kind="empty">{texts.advice ?? "The data folder has no text for this question."}</Notice>;
}

function Opinions({ card }: { readonly card: QuestionCard }) {
  const { router } = useView();
  return (
    <Table
      caption="Every router on this question, each at its own α"
      head={
        <tr>
          <ColumnHead>Router</ColumnHead>
          <ColumnHead numeric>Win rate</ColumnHead>
          <ColumnHead numeric>α</ColumnHead>
          <ColumnHead>Goes to</ColumnHead>
          <ColumnHead numeric>Strong from</ColumnHead>
        </tr>
      }
    >
      {card.opinions.map((opinion) => (
        <tr key={opinion.router} className={opinion.router === router ? "bg-surface-2" : undefined}>
          <RowHead>
            <RouterMarker id={opinion.router} className="mr-1.5 inline-block size-3" />
            {ROUTER_INFO[opinion.router].label}
          </RowHead>
          <Cell numeric>{formatWinRate(opinion.winRate)}</Cell>
          <Cell numeric>{formatThreshold(opinion.threshold)}</Cell>
          <Cell>
            <Badge tone={opinion.choice}>{opinion.choice}</Badge>
            <span className="block text-xs leading-5 text-muted">{verdictWords(opinion.verdict)}</span>
          </Cell>
          <Cell numeric>{formatPercent(opinion.callShare, 1)}</Cell>
        </tr>
      ))}
    </Table>
  );
}

/** All that is known of one question: its text, what both models made of it, and every router's view of it. */
export function QuestionDrawer() {
  const analysis = useAnalysis();
  const { benchmark, question, setQuestion } = useView();
  const { points } = useSelection();
  const card =
    question === null
      ? null
      : questionCard(
          analysis,
          question,
          forEveryRouter((router) => points[router].threshold),
        );
  const judged = VIEW_INFO[benchmark].unit === "judge score";
  const { strongModel, weakModel } = analysis.table;
  return (
    <Drawer open={card !== null} title={card?.id} onClose={() => setQuestion(null)}>
      {card === null ? null : (
        <div className="grid gap-3">
          <p className="text-sm text-muted">
            {VIEW_INFO[benchmark].label} · {categoryLabel(card.category)}
          </p>
          <Words id={card.id} />
          <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 border-y border-line py-2 text-sm">
            <dt className="text-strong">{strongModel}</dt>
            <dd className="text-right">
              <Outcome score={card.strong} judged={judged} />
            </dd>
            <dt className="text-weak">{weakModel}</dt>
            <dd className="text-right">
              <Outcome score={card.weak} judged={judged} />
            </dd>
          </dl>
          <Opinions card={card} />
          <p className="text-xs leading-5 text-muted">
            “Strong from” is the share of strong calls on this benchmark from which on the router sends this question to
            the strong model.
          </p>
        </div>
      )}
    </Drawer>
  );
}
