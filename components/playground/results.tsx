"use client";

import { useMemo } from "react";
import { ShareSlider } from "@/components/controls/share-slider";
import { useShare } from "@/components/controls/use-share";
import { type GivenAlphas, type Samples, useThresholds } from "@/components/controls/use-thresholds";
import { Term } from "@/components/ui/term";
import { ROUTER_IDS, ROUTER_INFO } from "@/lib/domain/router-id";
import type { RouterCards } from "@/lib/view/playground/router-card";
import { verdictsInWords } from "@/lib/view/playground/verdicts-in-words";
import type { PromptScores, RouterScore, Unavailable } from "@/lib/view/shared/prompt-scores";
import { judge, readWinRate } from "@/lib/view/shared/verdict";
import { CostPanel } from "./cost-panel";
import { DelayedAnnouncement } from "./delayed-announcement";
import { RoutersPanel } from "./routers-panel";
import type { ScoringPhase } from "./scoring-state";
import { TERMS } from "./terms";

type ResultsProps = {
  /** Length of the text in the box. */
  readonly characters: number;
  readonly phase: ScoringPhase;
  /** Of the text in the box, or of the former one while `phase` is pending; empty where there are none. */
  readonly scores: readonly RouterScore[];
  /** Routers on other machines that have not answered yet. */
  readonly remote: PromptScores["remote"];
  /** Why the server gave no scores, if it did not. */
  readonly failure: string | undefined;
  readonly unavailable: readonly Unavailable[];
  readonly samples: Samples;
  readonly given: GivenAlphas;
  readonly cards: RouterCards;
  /** The text that the scores are of. */
  readonly prompt: string | undefined;
  readonly onPick: (prompt: string) => void;
};

/** Which routers take their α from prompts of the user's own, as the end of a sentence; nothing where none does. */
function describeOwnSamples(cards: RouterCards): string {
  const own = ROUTER_IDS.flatMap((id) => {
    const { ownSample } = cards[id];
    return ownSample === undefined ? [] : [`${ROUTER_INFO[id].label}: of “${ownSample}”`];
  });
  return own.length === 0 ? "" : ` (${own.join("; ")})`;
}

/** A prompt that nobody can score is another matter than a server that nobody can reach. */
const whyNone = (phase: ScoringPhase, failure: string | undefined): string =>
  phase === "failed" && failure !== undefined
    ? `No win rates. ${failure}`
    : "No win rates: there is no prompt that could be scored.";

/** What follows from the scores at the target share: the verdicts, the words for them, and the cost. */
export function Results(props: ResultsProps) {
  const { characters, phase, scores, remote, unavailable, samples, given, cards } = props;
  const [share] = useShare();
  const thresholds = useThresholds({ samples, given });
  // Apart from the verdicts, because it does not move with the slider and takes longer than they do.
  const readings = useMemo(
    () =>
      scores.map(({ routerId, winRate }) =>
        readWinRate({ routerId, winRate, sample: samples[routerId], given: given[routerId] }),
      ),
    [scores, samples, given],
  );
  const verdicts = readings.flatMap((reading) => {
    const threshold = thresholds[reading.routerId];
    return threshold === undefined ? [] : [judge(reading, threshold)];
  });
  const outdated = phase === "pending";
  const nothing = outdated ? "Scoring…" : whyNone(phase, props.failure);
  const sentence = verdicts.length > 0 ? verdictsInWords({ verdicts, strongShare: share }) : nothing;
  return (
    <>
      <div className="border-t-2 border-accent bg-surface p-3 sm:p-4">
        <ShareSlider
          note={
            <span className="text-[0.8125rem] text-muted">
              about {Math.round(share * 100)} of 100 <Term explanation={TERMS.share}>chat prompts</Term> go to the
              strong model{describeOwnSamples(cards)}
            </span>
          }
        />
      </div>
      <RoutersPanel
        sentence={sentence}
        verdicts={verdicts}
        scores={scores}
        thresholds={thresholds}
        samples={samples}
        cards={cards}
        remote={remote}
        unavailable={unavailable}
        outdated={outdated}
        prompt={props.prompt}
        onPick={props.onPick}
      />
      <CostPanel characters={characters} verdicts={verdicts} outdated={outdated} />
      <DelayedAnnouncement text={outdated ? "" : sentence} />
    </>
  );
}
