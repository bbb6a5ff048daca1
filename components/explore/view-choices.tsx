"use client";

import { useExplorer } from "@/components/explore/state/explorer-context";
import { useSelection } from "@/components/explore/state/selection-provider";
import { useView } from "@/components/explore/state/view-provider";
import { SelectField } from "@/components/ui/select-field";
import { Term } from "@/components/ui/term";
import { ROUTER_IDS, ROUTER_INFO } from "@/lib/domain/router-id";
import { formatCount, formatCounted, formatPercent } from "@/lib/view/shared/format";
import { GLOSSARY } from "@/lib/view/shared/glossary";
import { PairPicker } from "./pair-picker";

const ROUTER_OPTIONS = ROUTER_IDS.map((id) => ({ value: id, label: ROUTER_INFO[id].label }));

/** What a calibration on other prompts misses its target by. */
function AchievedShare() {
  const { point } = useSelection();
  const { router, sample } = useView();
  const own = useExplorer().data.ownSamples[router];
  if (sample === "benchmark") return null;
  return (
    <p className="w-full text-[0.8125rem]">
      Aimed at {formatPercent(point.targetShare, 1)} of{" "}
      {sample === "saved" ? `the prompts of “${own?.name}”` : "chat prompts"}; on these questions the same α calls the
      strong model for <strong className="font-semibold">{formatPercent(point.strongShare, 1)}</strong>.
    </p>
  );
}

/** The router that is followed, and the prompts that its α is calibrated on. */
export function ViewChoices() {
  const { router, setRouter, sample, setSample } = useView();
  const { chatSamples, data } = useExplorer();
  const own = data.ownSamples[router];
  const saved =
    own === undefined
      ? []
      : [{ value: "saved" as const, label: `${formatCounted(own.prompts, "prompt")} of “${own.name}”` }];
  return (
    <div className="mb-2 flex flex-wrap items-center gap-x-5 gap-y-1.5">
      <SelectField label="Router" value={router} options={ROUTER_OPTIONS} onSelect={setRouter} />
      <span className="inline-flex max-w-full flex-wrap items-center gap-x-1">
        <SelectField
          label="α calibrated on"
          value={sample}
          options={[
            { value: "benchmark", label: "this benchmark" },
            { value: "chat", label: `${formatCount(chatSamples[router].length)} real chat prompts` },
            ...saved,
          ]}
          onSelect={setSample}
        />
        <span className="text-[0.8125rem] text-muted">
          <Term explanation={GLOSSARY.alpha}>what is α?</Term>
        </span>
      </span>
      <PairPicker />
      <AchievedShare />
    </div>
  );
}
