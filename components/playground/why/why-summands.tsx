import { Cell, ColumnHead, RowHead, Table } from "@/components/ui/table";
import { GROUP_LABELS, type LogOddsRow, summarizeLogOdds } from "@/lib/view/playground/log-odds-summary";
import { formatWinRate } from "@/lib/view/shared/format";
import type { ExplanationOf } from "./explanation-of";
import { SignedBar } from "./signed-bar";

const FEATURES = 8;
const MINUS = "\u2212";

const signed = (value: number): string =>
  `${value < 0 && value.toFixed(3) !== "-0.000" ? MINUS : "+"}${Math.abs(value).toFixed(3)}`;

/** What the log-odds are the sum of: learned numbers by what they read, and the hand features by name. */
export function WhySummands({ explanation }: { readonly explanation: ExplanationOf<"mf"> }) {
  const { rows, features, total } = summarizeLogOdds(explanation.parts);
  const most = features.slice(0, FEATURES);
  const largest = Math.max(0, ...most.map(({ value }) => Math.abs(value)));
  const columns = [
    ["words", "Words"],
    ["pieces", "Pieces of words"],
    ["hand", "Features"],
    ["total", "Sum"],
  ] as const satisfies readonly (readonly [keyof LogOddsRow, string])[];
  return (
    <>
      <Table
        caption={`Log-odds of ${signed(total)}, a win rate of ${formatWinRate(explanation.winRate)}, are the sum of`}
        head={
          <tr>
            <ColumnHead>What was learned</ColumnHead>
            {columns.map(([key, label]) => (
              <ColumnHead key={key} numeric>
                {label}
              </ColumnHead>
            ))}
          </tr>
        }
      >
        {rows.map((row) => (
          <tr key={row.group}>
            <RowHead className="font-normal">{GROUP_LABELS[row.group]}</RowHead>
            {columns.map(([key]) => (
              <Cell key={key} numeric className={key === "total" ? "font-semibold" : ""}>
                {row[key] === 0 ? "–" : signed(row[key])}
              </Cell>
            ))}
          </tr>
        ))}
        <tr>
          <RowHead>Log-odds</RowHead>
          <Cell>{""}</Cell>
          <Cell>{""}</Cell>
          <Cell>{""}</Cell>
          <Cell numeric className="font-semibold">
            {signed(total)}
          </Cell>
        </tr>
      </Table>
      {most.length === 0 ? null : (
        <Table
          caption={`The ${most.length} features of the prompt that add most, over all rows`}
          head={
            <tr>
              <ColumnHead>Feature</ColumnHead>
              <ColumnHead>weak ← → strong</ColumnHead>
              <ColumnHead numeric>Adds</ColumnHead>
            </tr>
          }
        >
          {most.map(({ name, value }) => (
            <tr key={name}>
              <RowHead className="font-normal">{name}</RowHead>
              <Cell className="w-1/2">
                <SignedBar share={largest === 0 ? 0 : value / largest} />
              </Cell>
              <Cell numeric>{signed(value)}</Cell>
            </tr>
          ))}
        </Table>
      )}
    </>
  );
}
