"use client";

import Link from "next/link";
import { useSelection } from "@/components/explore/state/selection-provider";
import { useModelOffer } from "@/components/explore/state/use-model-offer";
import { useView } from "@/components/explore/state/view-provider";
import { Button } from "@/components/ui/button";
import { VIEW_INFO } from "@/lib/domain/benchmark";
import { ROUTER_INFO } from "@/lib/domain/router-id";
import { refusalInWords } from "@/lib/view/explore/offer-words";

/** A model name with what it was calibrated on; where α would do something else at the endpoint, what, and where to go. */
export function ModelName({ onCopy }: { readonly onCopy: (text: string, what: string) => void }) {
  const { offer } = useModelOffer();
  const { router, benchmark, targetShare } = useSelection();
  const { setSample } = useView();
  if (offer.name !== null) {
    const { name, calibratedOn } = offer;
    return (
      <p className="mb-2 text-[0.8125rem]">
        <Button
          aria-label={`Copy model name ${name}, calibrated on ${calibratedOn}`}
          onClick={() => onCopy(name, `Model name, calibrated on ${calibratedOn},`)}
        >
          Copy <code className="font-mono text-xs">{name}</code>
        </Button>{" "}
        <span className="text-muted">calibrated on {calibratedOn}</span>
      </p>
    );
  }
  return (
    <div className="mb-2 text-[0.8125rem] leading-5">
      <p>
        {refusalInWords(offer, {
          routerLabel: ROUTER_INFO[router].label,
          benchmarkLabel: VIEW_INFO[benchmark].label,
          targetShare,
        })}
      </p>
      <p className="mt-1 flex flex-wrap gap-x-3 gap-y-1 print:hidden">
        {offer.because === "benchmark" ? (
          <Button onClick={() => setSample("chat")}>Calibrate α on chat prompts</Button>
        ) : null}
        <Link
          className="inline-flex min-h-8 items-center font-medium underline underline-offset-2"
          href={`/calibrate?router=${router}&share=${targetShare}`}
          prefetch={false}
        >
          Calibrate on your own prompts
        </Link>
      </p>
    </div>
  );
}
