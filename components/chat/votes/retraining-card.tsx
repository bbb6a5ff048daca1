"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { usePolling } from "@/components/controls/use-polling";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { ProgressBar } from "@/components/ui/progress-bar";
import { RETRAINED_ROUTERS, type RetrainingStatus } from "@/lib/schemas/web/retraining-state";
import { formatCount, formatCounted, formatDuration, formatPercent } from "@/lib/view/shared/format";
import { useRetraining } from "./retraining-store";
import { RetrainingTable } from "./retraining-table";
import { votesInWords } from "./retraining-words";
import { useSharedVotes } from "./shared-votes-store";

const POLL_MS = 1000;

/** Until the training has ended: the card then stops asking. */
async function watch(): Promise<boolean> {
  await useRetraining.getState().look();
  return true;
}

/** Trains routers on the votes that the server keeps, shows what that changes, and waits for a decision. */
export function RetrainingCard() {
  const { status, problem, look } = useRetraining();
  const counts = useSharedVotes((shared) => shared.counts);
  // A vote that came or went is one more or less to learn from.
  useEffect(() => {
    if (counts !== null) void look();
  }, [look, counts]);
  const running = status?.training.state === "running";
  usePolling(running ? watch : undefined, POLL_MS);
  return (
    <Card title="Train the routers on votes" aside={status === undefined ? null : servedInWords(status.served)}>
      {problem === undefined ? null : (
        <div className="mb-3">
          <Notice kind="error">{problem}</Notice>
        </div>
      )}
      {status === undefined ? (
        <p className="text-[0.8125rem] text-muted">Looking at the votes…</p>
      ) : (
        <>
          <p className="max-w-[62rem] text-[0.8125rem] text-pretty">
            {votesInWords(status)}{" "}
            <span className="text-muted">
              MF and SW ranking learn from them on top of the shipped data, in the background; nothing changes until you
              have seen old against new and decide.
            </span>
          </p>
          <Training status={status} />
          <GoBack served={status.served} />
        </>
      )}
    </Card>
  );
}

const servedInWords = (served: RetrainingStatus["served"]): string =>
  served.kind === "shipped"
    ? `in use: the shipped routers of ${served.date}`
    : `in use: retrained on ${formatCounted(served.votes, "vote")} on ${served.date}`;

function Training({ status }: { readonly status: RetrainingStatus }) {
  const { start, drop, busy } = useRetraining();
  const { training, votes, connected } = status;
  switch (training.state) {
    case "running": {
      const { stage, done, secondsLeft } = training;
      const left = secondsLeft === null ? "" : ` · about ${formatDuration(secondsLeft)} left`;
      return (
        <div className="mt-3 max-w-[40rem]">
          <ProgressBar label={`Training: ${stage}`} share={done} note={`${formatPercent(done)}${left}`} />
          <p className="mt-2">
            <Button disabled={busy} onClick={() => void drop()}>
              Cancel the training
            </Button>
          </p>
        </div>
      );
    }
    case "ready":
      return <Decision training={training} />;
    default:
      return (
        <>
          {training.state === "failed" ? (
            <div className="mt-3">
              <Notice kind="error">{training.message}</Notice>
            </div>
          ) : null}
          <p className="mt-3">
            <Button
              look="solid"
              disabled={busy || !connected || votes.usable < votes.needed}
              onClick={() => void start()}
            >
              Train on these votes
            </Button>
          </p>
        </>
      );
  }
}

/** Old against new, and what to do about it. */
function Decision({ training }: { readonly training: Extract<RetrainingStatus["training"], { state: "ready" }> }) {
  const { use, drop, busy } = useRetraining();
  const navigation = useRouter();
  const { comparison, version } = training;
  const confirm = async () => {
    // What other cards show rests on the routers in use.
    if (await use(version)) navigation.refresh();
  };
  return (
    <section aria-label="Old against new routers" className="mt-3">
      <p className="max-w-[62rem] text-[0.8125rem] text-pretty">
        Learned from {formatCounted(comparison.learned, "vote")}; judged on {formatCount(comparison.heldOut)} that none
        of the routers has seen, and on the benchmarks. Intervals are 95 %.
      </p>
      <div className="mt-3 grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-5 md:grid-cols-2">
        {RETRAINED_ROUTERS.map((router) => (
          <RetrainingTable key={router} router={router} comparison={comparison.routers[router]} />
        ))}
      </div>
      <p className="mt-3 flex flex-wrap gap-1.5">
        <Button look="solid" disabled={busy} onClick={() => void confirm()}>
          Use the new routers
        </Button>
        <Button disabled={busy} onClick={() => void drop()}>
          Discard
        </Button>
      </p>
    </section>
  );
}

function GoBack({ served }: { readonly served: RetrainingStatus["served"] }) {
  const { goBack, busy } = useRetraining();
  const navigation = useRouter();
  if (served.kind === "shipped") return null;
  const confirm = async () => {
    if (await goBack()) navigation.refresh();
  };
  return (
    <div className="mt-3 border-t border-line pt-3 text-[0.8125rem]">
      <p className="max-w-[62rem] text-pretty">
        Curves, metrics and the α of each target share on these pages are those of the retrained routers. An α that was
        handed out before sends another share of prompts to the strong model now: calibrate it again.
      </p>
      <p className="mt-2">
        <Button disabled={busy} onClick={() => void confirm()}>
          Go back to the shipped routers
        </Button>
      </p>
    </div>
  );
}
