"use client";

import { RouterMarker } from "@/components/charts/router-marker";
import { ShareSlider } from "@/components/controls/share-slider";
import { useRouterChoice } from "@/components/controls/use-router-choice";
import { useShare } from "@/components/controls/use-share";
import { Card } from "@/components/ui/card";
import { SelectField } from "@/components/ui/select-field";
import { ROUTER_IDS, ROUTER_INFO } from "@/lib/domain/router-id";
import type { Threshold } from "@/lib/domain/threshold";
import { formatPercent, formatThreshold } from "@/lib/view/shared/format";
import { useConversationStore } from "./conversation-store";

const OPTIONS = ROUTER_IDS.map((id) => ({ value: id, label: ROUTER_INFO[id].label }));

/** Where a link to the card leads. */
export const ROUTING_CARD_ID = "routing";

type RoutingCardProps = {
  /** Of the chosen router at the target share; undefined for one that is calibrated on nothing. */
  readonly threshold: Threshold | undefined;
  /** Its α is set by configuration: the share does not move it. */
  readonly isFixed: boolean;
  /** Questions of a conversation can be kept on one model; the questions of a comparison are on their own. */
  readonly hasConversation: boolean;
};

/** Which router decides the next question, and at which α. */
export function RoutingCard({ threshold, isFixed, hasConversation }: RoutingCardProps) {
  const [router, setRouter] = useRouterChoice();
  const [share] = useShare();
  const keepsModel = useConversationStore((state) => state.keepsModel);
  const setKeepsModel = useConversationStore((state) => state.setKeepsModel);
  const alpha = threshold === undefined ? undefined : `α ${formatThreshold(threshold)}`;
  return (
    <Card title="How the next question is routed">
      <p id={ROUTING_CARD_ID} className="flex scroll-mt-16 items-center gap-1.5">
        <RouterMarker id={router} className="inline-block size-3.5 shrink-0" />
        <SelectField label="Router" value={router} options={OPTIONS} onSelect={(id) => void setRouter(id)} />
      </p>
      <div className="mt-3">
        <ShareSlider
          {...(alpha !== undefined && { spokenNote: alpha })}
          note={<span className="text-[0.8125rem] text-muted">{alpha ?? "no α"}</span>}
        />
      </div>
      <p className="mt-1.5 text-[0.8125rem] text-muted">
        {threshold === undefined
          ? "This router is calibrated on nothing here, so it cannot decide: choose another one."
          : isFixed
            ? `A question goes to the strong model if its win rate reaches α ${formatThreshold(threshold)}, which is set on this server: the share does not move it.`
            : `A question goes to the strong model if its win rate reaches α; of real chat prompts, ${formatPercent(share)} do.`}
      </p>
      {hasConversation ? (
        <label className="mt-2 flex items-start gap-2 text-[0.8125rem]">
          <input
            type="checkbox"
            className="mt-0.5 size-4 accent-accent"
            checked={keepsModel}
            onChange={(event) => setKeepsModel(event.currentTarget.checked)}
          />
          <span>
            Keep a conversation on the model it began with{" "}
            <span className="text-muted">
              (its provider then need not read it anew; otherwise every question is routed by itself)
            </span>
          </span>
        </label>
      ) : null}
    </Card>
  );
}
