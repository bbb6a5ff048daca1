"use client";

import { classNames } from "@/components/ui/class-names";
import { Notice } from "@/components/ui/notice";
import { ROUTER_INFO } from "@/lib/domain/router-id";
import { type ExplanationAnswer, explanationAnswerSchema } from "@/lib/schemas/web/explanation-answer";
import { flipInWords } from "@/lib/view/playground/flip-in-words";
import type { Verdict } from "@/lib/view/shared/verdict";
import { OtherWay } from "./other-way";
import { useRequest } from "./use-request";
import { WhyBattles } from "./why-battles";
import { WhyLabels } from "./why-labels";
import { WhyLength } from "./why-length";
import { WhySummands } from "./why-summands";
import { WhyWords } from "./why-words";

type WhyPanelProps = {
  readonly verdict: Verdict;
  readonly prompt: string;
  readonly onPick: (prompt: string) => void;
};

/** Why a router gave this prompt its win rate, and what would change the decision. */
export default function WhyPanel({ verdict, prompt, onPick }: WhyPanelProps) {
  const asked = useRequest({
    path: `/explanations/${verdict.routerId}`,
    prompt,
    body: { prompt },
    schema: explanationAnswerSchema,
  });
  return (
    <section
      aria-label={`Why this win rate: ${ROUTER_INFO[verdict.routerId].label}`}
      aria-busy={asked?.prompt !== prompt}
      className="mb-2 grid min-w-0 gap-3 border-l-2 border-line pb-1 pl-3 text-[0.8125rem] leading-5"
    >
      <p>{flipInWords(verdict)}</p>
      {asked === null ? (
        <p className="min-h-24 text-muted">Asking the router…</p>
      ) : (
        <div className={classNames("grid min-w-0 gap-2", asked.prompt !== prompt && "opacity-45")}>
          {asked.failure === null ? null : <Notice kind="empty">{asked.failure}</Notice>}
          {asked.answer === null ? null : <Explanation answer={asked.answer} prompt={asked.prompt} />}
        </div>
      )}
      <OtherWay verdict={verdict} prompt={prompt} onPick={onPick} />
    </section>
  );
}

function Explanation({ answer, prompt }: { readonly answer: ExplanationAnswer; readonly prompt: string }) {
  const { explanation, lengths } = answer;
  switch (explanation.kind) {
    case "sw_ranking":
      return <WhyBattles explanation={explanation} prompt={prompt} />;
    case "mf":
      return <WhySummands explanation={explanation} />;
    case "bert":
      return <WhyWords explanation={explanation} prompt={prompt} />;
    case "causal_llm":
      return <WhyLabels explanation={explanation} />;
    case "length":
      return <WhyLength explanation={explanation} lengths={lengths} />;
  }
}
