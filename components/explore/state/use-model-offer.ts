"use client";

import { type CalibratedOn, type ModelOffer, offerModel } from "@/lib/calibration/model-offer";
import { VIEW_INFO } from "@/lib/domain/benchmark";
import { toThreshold } from "@/lib/domain/threshold";
import { useAnalysis, useExplorer } from "./explorer-context";
import { useSelection } from "./selection-provider";
import { useView } from "./view-provider";

/** What the slider's α is calibrated on, and the model name that may be handed out for it, if any. */
export function useModelOffer(): { readonly calibratedOn: CalibratedOn; readonly offer: ModelOffer } {
  const { table, pair } = useAnalysis();
  const { data, chatSamples } = useExplorer();
  const { sample, benchmark } = useView();
  const { router, point } = useSelection();
  const own = data.ownSamples[router];
  const chat = chatSamples[router];
  const calibratedOn: CalibratedOn =
    sample === "saved" && own !== undefined
      ? { kind: "own", name: own.name, prompts: own.prompts }
      : sample === "chat"
        ? { kind: "chat", prompts: chat.length }
        : { kind: "benchmark", label: VIEW_INFO[benchmark].label, prompts: table.questions };
  const offer = offerModel({
    ...{ router, threshold: toThreshold(point.threshold), calibratedOn, chat },
    servesPair: pair === null,
    servesRouter: !data.standIns.includes(router),
  });
  return { calibratedOn, offer };
}
