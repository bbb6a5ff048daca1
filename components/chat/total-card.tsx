import type { ChatData } from "@/components/chat/conversation/chat-data";
import { priceInWords } from "@/components/chat/conversation/price-in-words";
import { Card } from "@/components/ui/card";
import { Cell, ColumnHead, RowHead, Table } from "@/components/ui/table";
import { formatDollars } from "@/lib/domain/dollars";
import type { StoredMessage } from "@/lib/schemas/web/stored-conversation";
import { totalOf } from "@/lib/view/chat/chat-total";
import { formatCount, formatPercent } from "@/lib/view/shared/format";

type TotalCardProps = {
  /** Answers of the conversation itself. */
  readonly answers: readonly StoredMessage[];
  /** Answers of the other model, asked for besides. */
  readonly others: readonly StoredMessage[];
  readonly models: ChatData["models"];
};

const plural = (count: number, one: string): string => `${formatCount(count)} ${one}${count === 1 ? "" : "s"}`;

/** What this conversation cost, against one model answering everything. */
export function TotalCard({ answers, others, models }: TotalCardProps) {
  const total = totalOf(answers.map(({ bill }) => bill));
  const besides = totalOf(others.map(({ bill }) => bill));
  const strong = answers.filter(({ facts }) => facts?.answeredBy === "strong").length;
  const rows = [
    { name: "Routed", sum: total.cost, look: "font-semibold" },
    { name: "Always strong", sum: total.alwaysStrong, look: "" },
    { name: "Always weak", sum: total.alwaysWeak, look: "" },
  ] as const;
  const largest = Math.max(...rows.map(({ sum }) => sum));
  return (
    <Card title="This conversation so far" aside={total.billed === 0 ? null : plural(total.billed, "answer")}>
      {total.billed === 0 ? (
        <p className="text-[0.8125rem] text-muted">
          What the answers cost stands here, beside what they would have cost at the strong model alone and at the weak
          one alone.
        </p>
      ) : (
        <>
          <Table
            caption="Cost of this conversation, routed and at one model alone"
            captionHidden
            head={
              <tr>
                <ColumnHead>Answered by</ColumnHead>
                <ColumnHead>
                  <span className="sr-only">Bar</span>
                </ColumnHead>
                <ColumnHead numeric>Cost</ColumnHead>
              </tr>
            }
          >
            {rows.map(({ name, sum, look }) => (
              <tr key={name} className={look}>
                <RowHead className="whitespace-nowrap">{name}</RowHead>
                <Cell className="w-full">
                  <span
                    aria-hidden="true"
                    className={`block h-2 ${name === "Routed" ? "bg-accent" : name === "Always strong" ? "bg-strong" : "bg-weak"}`}
                    style={{ width: `${largest === 0 ? 0 : (100 * sum) / largest}%` }}
                  />
                </Cell>
                <Cell numeric>{formatDollars(sum)}</Cell>
              </tr>
            ))}
          </Table>
          <p className="mt-2 text-[0.8125rem]">
            {plural(strong, "answer")} by the strong model, {formatCount(answers.length - strong)} by the weak one
            {total.savedShare === null ? "." : describeSaving(total.savedShare)}
          </p>
        </>
      )}
      <p className="mt-1 text-xs text-muted">
        {besides.billed === 0
          ? null
          : `Besides, ${formatDollars(besides.cost)} for ${plural(besides.billed, "answer")} that you asked of the other model. `}
        {total.unbilled + besides.unbilled === 0
          ? null
          : `${plural(total.unbilled + besides.unbilled, "answer")} of unknown cost left out. `}
        {total.billed === 0
          ? null
          : `Strong: ${priceInWords(models.strong)}. Weak: ${priceInWords(models.weak)}. At one model alone: the same tokens at its price.${models.strong.simulated ? " Nothing was spent: the answers are simulated." : ""}`}
      </p>
    </Card>
  );
}

const describeSaving = (share: number): string =>
  share < 0
    ? `: ${formatPercent(-share, 1)} more than always asking the strong one.`
    : `: ${formatPercent(share, 1)} saved against always asking the strong one.`;
