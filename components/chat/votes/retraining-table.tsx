import type { ReactNode } from "react";
import { Cell, ColumnHead, RowHead, Table } from "@/components/ui/table";
import { Term } from "@/components/ui/term";
import { BENCHMARK_IDS, BENCHMARK_INFO } from "@/lib/domain/benchmark";
import { ROUTER_INFO } from "@/lib/domain/router-id";
import { type RetrainedRouter, type RetrainingComparison, VOTE_WEIGHTS } from "@/lib/schemas/web/retraining-state";
import { formatCounted, formatPercent } from "@/lib/view/shared/format";
import { GLOSSARY } from "@/lib/view/shared/glossary";
import { benchmarksInWords, verdictInWords } from "./retraining-words";

type Interval = readonly [number, number];

/** One router before and after: on votes that neither has seen, and on the benchmarks. */
export function RetrainingTable({
  router,
  comparison,
}: {
  readonly router: RetrainedRouter;
  readonly comparison: RetrainingComparison["routers"][RetrainedRouter];
}) {
  const { onVotes, benchmarks, voteWeight } = comparison;
  const { agreement, logLoss, calibration, decided } = onVotes;
  const { label } = ROUTER_INFO[router];
  return (
    <section aria-label={`${label}, old and new`} className="min-w-0">
      <h3 className="text-sm font-semibold">{label}</h3>
      <p className="mt-0.5 mb-2 text-[0.8125rem] text-pretty">
        {verdictInWords(comparison)} {benchmarksInWords(comparison)}
      </p>
      <Table
        caption={`${label} in use now and retrained`}
        captionHidden
        head={
          <tr>
            <ColumnHead>Measured on</ColumnHead>
            <ColumnHead numeric>In use now</ColumnHead>
            <ColumnHead numeric>Retrained</ColumnHead>
          </tr>
        }
      >
        {onVotes.votes === 0 ? null : <Group>On {formatCounted(onVotes.votes, "held-out vote")}</Group>}
        {agreement === null ? null : (
          <Row
            name="Agreement"
            note={`win rate on the preferred side of ½; ${formatCounted(decided, "vote")} without a tie`}
            figures={[agreement.old, agreement.new].map(({ share, interval }) => ({
              value: formatPercent(share),
              interval: inPercent(interval),
            }))}
          />
        )}
        {onVotes.votes === 0 ? null : (
          <Row
            name="Log loss"
            note="nats a vote; less is better"
            figures={[logLoss.old, logLoss.new].map((loss) => ({ value: loss.toFixed(3) }))}
          />
        )}
        {calibration === null ? null : (
          <Row
            name="Expected strong wins"
            note={`happened: ${formatPercent(calibration.observed)} (${inPercent(calibration.interval)})`}
            figures={[calibration.old, calibration.new].map((mean) => ({ value: formatPercent(mean) }))}
          />
        )}
        <Group>
          <Term explanation={GLOSSARY.apgr}>APGR</Term> on benchmarks
        </Group>
        {BENCHMARK_IDS.map((id) => (
          <Row
            key={id}
            name={BENCHMARK_INFO[id].label}
            figures={[benchmarks[id].old, benchmarks[id].new].map(({ apgr, interval }) => ({
              value: apgr.toFixed(3),
              interval: interval.map((bound) => bound.toFixed(3)).join(" – "),
            }))}
          />
        ))}
      </Table>
      <p className="mt-1.5 text-xs text-muted">
        <Term
          explanation={`Chosen among ${VOTE_WEIGHTS.join(", ")} by cross-validation on the votes that are learned from.`}
        >
          A vote
        </Term>{" "}
        counts as {voteWeight === 1 ? "one shipped battle" : `${voteWeight} shipped battles`}.
      </p>
    </section>
  );
}

/** Heads the rows below it. */
const Group = ({ children }: { readonly children: ReactNode }) => (
  <tr>
    <th scope="colgroup" colSpan={3} className="pt-3 pb-1 text-left text-xs font-medium text-muted">
      {children}
    </th>
  </tr>
);

type RowProps = {
  readonly name: string;
  readonly note?: string;
  readonly figures: readonly { readonly value: string; readonly interval?: string }[];
};

function Row({ name, note, figures }: RowProps) {
  return (
    <tr>
      <RowHead>
        {name}
        {note === undefined ? null : <span className="block text-xs font-normal text-muted">{note}</span>}
      </RowHead>
      {figures.map(({ value, interval }, index) => (
        <Cell key={index === 0 ? "old" : "new"} numeric>
          {value}
          {interval === undefined ? null : <span className="block text-xs text-muted">{interval}</span>}
        </Cell>
      ))}
    </tr>
  );
}

const inPercent = ([low, high]: Interval): string => `${formatPercent(low)} – ${formatPercent(high)}`;
