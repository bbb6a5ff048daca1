"use client";

import { useMemo } from "react";
import { WinRateTrack } from "@/components/charts/win-rate-track";
import type { Samples } from "@/components/controls/use-thresholds";
import type { RoutingFacts } from "@/lib/schemas/web/routing-notes";
import { createTrackScale } from "@/lib/view/shared/track-scale";

type AnswerTrackProps = { readonly facts: RoutingFacts; readonly samples: Samples };

/** Where an answer's win rate stood against its α, on the stretch that real prompts fill, as in the playground. */
export function AnswerTrack({ facts, samples }: AnswerTrackProps) {
  const { router, winRate, threshold } = facts;
  const sample = samples[router];
  const scale = useMemo(() => createTrackScale({ kind: "range", sample }), [sample]);
  return (
    <div className="pb-4">
      <WinRateTrack
        routerId={router}
        position={scale.position(winRate)}
        threshold={scale.position(threshold)}
        thresholdBeyond={scale.beyond(threshold)}
        density={scale.density}
        ends={scale.ends}
        outdated={false}
      />
    </div>
  );
}
