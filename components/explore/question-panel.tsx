"use client";

import { memo, useEffect, useMemo, useRef } from "react";
import { useAnalysis } from "@/components/explore/state/explorer-context";
import { useSelection } from "@/components/explore/state/selection-provider";
import { useThrottled } from "@/components/explore/state/use-throttled";
import { categoryButtonId, useView } from "@/components/explore/state/view-provider";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import { ROUTER_INFO, type RouterId } from "@/lib/domain/router-id";
import { REGRETS, type Regret } from "@/lib/evaluation/regret";
import { type Brush, brushedRows, NO_BRUSH } from "@/lib/view/explore/brush";
import { questionRows } from "@/lib/view/explore/question-rows";
import { brushWords, REGRET_WORDS } from "@/lib/view/explore/regret-words";
import { categoryLabel } from "@/lib/view/shared/category-label";
import { formatCount } from "@/lib/view/shared/format";
import { QuestionList } from "./question-list";

const REDRAW_MS = 100;

type BrushedQuestionsProps = {
  readonly router: RouterId;
  readonly brush: Brush;
  readonly cutoff: number;
  readonly onRegret: (regret: Regret | null) => void;
};

/** Re-drawn only when α, the router or the brush changes. */
const BrushedQuestions = memo(function BrushedQuestions(props: BrushedQuestionsProps) {
  const { router, brush, cutoff, onRegret } = props;
  const { table } = useAnalysis();
  const { category, range } = brush;
  const all = useMemo(() => {
    const rows = brushedRows({ table, router, threshold: cutoff, brush: { category, range, regret: null } });
    return questionRows({ table, router, rows, threshold: cutoff });
  }, [table, router, category, range, cutoff]);
  const rows = brush.regret === null ? all : all.filter(({ verdict }) => verdict === brush.regret);
  const count = (regret: Regret) => all.filter(({ verdict }) => verdict === regret).length;
  return (
    <>
      <fieldset className="mb-2 flex flex-wrap items-center gap-1.5">
        <legend className="sr-only">Which questions</legend>
        {category === null && range === null ? null : (
          <Chip pressed={brush.regret === null} onClick={() => onRegret(null)}>
            All <span className="ml-1.5">{formatCount(all.length)}</span>
          </Chip>
        )}
        {REGRETS.map((regret) => (
          <Chip key={regret} pressed={brush.regret === regret} onClick={() => onRegret(regret)}>
            {REGRET_WORDS[regret].explanation} <span className="ml-1.5">{formatCount(count(regret))}</span>
          </Chip>
        ))}
      </fieldset>
      <QuestionList
        caption={category === null ? "Questions" : `Questions of ${categoryLabel(category)}`}
        rows={rows}
        category={category}
      />
    </>
  );
});

/** The picked questions: how each is routed, and what both models made of it. */
export function QuestionPanel() {
  const { brush, openedByHand, setBrush } = useView();
  const { router, point } = useSelection();
  const cutoff = useThrottled(point.threshold, REDRAW_MS);
  const heading = useRef<HTMLSpanElement>(null);
  const opened = brush.category;
  // Whoever opened a category is taken there; a link that was opened with it stays at the top of the page.
  useEffect(() => {
    if (opened !== null && openedByHand === opened) heading.current?.focus();
  }, [openedByHand, opened]);
  const close = () => {
    setBrush(NO_BRUSH);
    if (opened !== null) document.getElementById(categoryButtonId(opened))?.focus();
  };
  return (
    <Card
      title={
        <span ref={heading} tabIndex={-1}>
          Questions: {brushWords({ ...brush, regret: opened === null ? brush.regret : null })}
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
      <BrushedQuestions
        key={opened}
        router={router}
        brush={brush}
        cutoff={cutoff}
        onRegret={(regret) => setBrush({ regret })}
      />
    </Card>
  );
}
