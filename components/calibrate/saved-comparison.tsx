import { ColumnHead, RowHead, Table } from "@/components/ui/table";
import { formatDollars } from "@/lib/domain/dollars";
import { ROUTER_INFO } from "@/lib/domain/router-id";
import type { HandOver, SavedCalibration } from "@/lib/schemas/web/saved-calibration";
import { formatShareRange } from "@/lib/view/calibrate/run-result";
import { formatCount, formatCounted, formatPercent, formatThreshold } from "@/lib/view/shared/format";
import { handOverPricesInWords } from "@/lib/view/shared/pair-prices";

const ROWS: readonly { readonly label: string; readonly of: (handOver: HandOver) => string }[] = [
  { label: "Router", of: ({ router }) => ROUTER_INFO[router].label },
  { label: "α", of: ({ threshold }) => formatThreshold(threshold) },
  {
    label: "α, 95 % range",
    of: ({ thresholdRange: [low, high] }) => `${formatThreshold(low)} to ${formatThreshold(high)}`,
  },
  { label: "Target share", of: ({ target }) => formatPercent(target.strongShare, 1) },
  {
    label: "Share of the sample",
    of: ({ shareOnSample }) => (shareOnSample === undefined ? "–" : formatPercent(shareOnSample, 1)),
  },
  { label: "Share to expect", of: ({ expectedShare: [low, high] }) => formatShareRange(low, high) },
  {
    label: "Held-out share",
    of: ({ heldOutShare }) => (heldOutShare === null ? "–" : formatPercent(heldOutShare, 1)),
  },
  { label: "Cost a month", of: ({ prices }) => formatDollars(prices.expectedMonthly) },
  {
    label: "19 of 20 months cost",
    of: ({ prices: { monthlyRange: range } }) =>
      range === undefined ? "–" : `${formatDollars(range[0])} to ${formatDollars(range[1])}`,
  },
  { label: "All strong", of: ({ prices }) => formatDollars(prices.allStrongMonthly) },
  {
    label: "Prices",
    of: ({ prices }) => handOverPricesInWords(prices),
  },
  { label: "Answer length", of: ({ prices }) => formatCounted(prices.answerTokens, "token") },
  { label: "Prompts a month", of: ({ prices }) => formatCount(prices.promptsPerMonth) },
  { label: "Sample", of: ({ sample }) => `${sample.name}, ${formatCounted(sample.rows, "row")}` },
  { label: "Mean prompt", of: ({ sample }) => `${formatCounted(sample.meanTokens, "token")}` },
  { label: "Made", of: ({ createdAt }) => createdAt.slice(0, 10) },
];

type SavedComparisonProps = { readonly first: SavedCalibration; readonly second: SavedCalibration };

/** Two calibrations side by side; what differs is set in bold. */
export function SavedComparison({ first, second }: SavedComparisonProps) {
  return (
    <div className="mt-3">
      <Table
        caption="Side by side; what differs is bold"
        head={
          <tr>
            <ColumnHead>
              <span className="sr-only">Figure</span>
            </ColumnHead>
            <ColumnHead numeric>{first.name}</ColumnHead>
            <ColumnHead numeric>{second.name}</ColumnHead>
          </tr>
        }
      >
        {ROWS.map(({ label, of }) => {
          const [one, other] = [of(first.handOver), of(second.handOver)];
          const tone = one === other ? "text-muted" : "font-semibold";
          return (
            <tr key={label}>
              <RowHead className="font-normal text-muted">{label}</RowHead>
              <td className={`px-2 py-1.5 text-right [overflow-wrap:anywhere] ${tone}`}>{one}</td>
              <td className={`py-1.5 pl-2 text-right [overflow-wrap:anywhere] ${tone}`}>{other}</td>
            </tr>
          );
        })}
      </Table>
    </div>
  );
}
