import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { Cell, ColumnHead, RowHead, Table } from "@/components/ui/table";
import { BENCHMARK_IDS, BENCHMARK_INFO, type BenchmarkId } from "@/lib/domain/benchmark";
import {
  type ComparedCell,
  compareFigures,
  isBetter,
  largestReadingGap,
  type MeasuredFigures,
} from "@/lib/view/about/figure-comparison";
import { formatCount, formatPercent } from "@/lib/view/shared/format";
import { PUBLISHED_TRAINING } from "@/lib/view/shared/published-figures";

type FiguresPanelProps = {
  readonly measured: MeasuredFigures;
  /** Held-out questions by benchmark. */
  readonly questions: Readonly<Record<BenchmarkId, number>>;
};

type Figure = "apgr" | "cpt50" | "cpt80";

const NONE = "–";

function show(value: number | null | undefined, figure: Figure): string {
  if (value === null || value === undefined) return NONE;
  return figure === "apgr" ? value.toFixed(3) : formatPercent(value, 1);
}

type ComparisonProps = FiguresPanelProps & { readonly figure: Figure; readonly caption: string };

function Comparison({ measured, questions, figure, caption }: ComparisonProps) {
  const pair = (id: BenchmarkId, cell: ComparedCell) => {
    const { published, measured: here } = cell;
    return [
      <Cell key={`${id}-paper`} numeric className="pl-6 text-muted">
        {show(published?.[figure], figure)}
      </Cell>,
      <Cell key={`${id}-here`} numeric className={isBetter(cell, figure) ? "font-semibold" : ""}>
        {show(here?.[figure], figure)}
      </Cell>,
    ];
  };
  return (
    <div className="[&_table]:min-w-[44rem]">
      <p className="mb-1 text-[0.8125rem] text-muted">{caption}</p>
      <Table
        caption={caption}
        captionHidden
        head={
          <>
            <tr>
              <td />
              {BENCHMARK_IDS.map((id) => (
                <th
                  key={id}
                  scope="colgroup"
                  colSpan={2}
                  className="border-b border-line py-1 pl-6 text-center font-medium"
                >
                  {BENCHMARK_INFO[id].label}
                  <span className="block text-xs font-normal">{formatCount(questions[id])} questions</span>
                </th>
              ))}
            </tr>
            <tr>
              <ColumnHead>Router</ColumnHead>
              {BENCHMARK_IDS.flatMap((id) => [
                <ColumnHead key={`${id}-paper`} numeric>
                  paper
                </ColumnHead>,
                <ColumnHead key={`${id}-here`} numeric>
                  here
                </ColumnHead>,
              ])}
            </tr>
          </>
        }
      >
        {compareFigures(measured).map(({ label, baseline, cells }) => (
          <tr key={label}>
            <RowHead className="whitespace-nowrap">
              {label}
              {baseline ? <span className="font-normal text-muted"> (baseline)</span> : null}
            </RowHead>
            {BENCHMARK_IDS.flatMap((id) => pair(id, cells[id]))}
          </tr>
        ))}
      </Table>
    </div>
  );
}

/** The paper's figures beside ours. */
export function FiguresPanel(props: FiguresPanelProps) {
  return (
    <Card level={3} title="Published against measured" aside="same pair of models, same benchmarks">
      <p className="mb-3 max-w-[80ch] text-sm leading-6">
        The paper’s routers were trained on {PUBLISHED_TRAINING} data, with embeddings and models far larger than these;
        ours on open data alone, with nothing of GSM8K and MT-Bench. Ours are the explorer’s: on the full curve, only on
        questions that no router has seen. The paper reads at 11 decile thresholds, where the APGRs here differ by{" "}
        {largestReadingGap(props.measured).toFixed(3)} at most. Set in bold: measured here, and better than published in
        whichever way it is read.
      </p>
      <Comparison
        {...props}
        figure="apgr"
        caption="APGR: the share of the quality gap kept, averaged over all shares of strong calls. Random gets 0.500."
      />
      <Disclosure summary="Strong calls needed to keep 50 % and 80 % of the gap" className="mt-3">
        <Comparison {...props} figure="cpt50" caption="CPT50: lower is better; random needs 50 %." />
        <div className="h-4" />
        <Comparison {...props} figure="cpt80" caption="CPT80: lower is better; random needs 80 %." />
      </Disclosure>
    </Card>
  );
}
