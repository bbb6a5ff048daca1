import { Cell, ColumnHead, RowHead, Table } from "@/components/ui/table";
import { battleInWords, EVIDENCE_LABELS } from "@/lib/view/playground/battle-in-words";
import { formatCounted, formatPercent, formatWinRate } from "@/lib/view/shared/format";
import type { ExplanationOf } from "./explanation-of";
import { useTexts } from "./use-texts";

const points = (value: number): string => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(0)}`;

/** The battles that weighed most, and what weighing did to the tiers' ratings. */
export function WhyBattles({
  explanation,
  prompt,
}: {
  readonly explanation: ExplanationOf<"sw_ranking">;
  readonly prompt: string;
}) {
  const { battles, battleCount, totalWeight, tiers, strongTier, weakTier, winRate } = explanation;
  const { texts, advice } = useTexts(battles, prompt);
  const shown = battles.reduce((sum, { weight }) => sum + weight, 0);
  // A prompt that stands in two sources is named by one of them: no two rows need differ in anything but their rank.
  const ranked = battles.map((battle, index) => ({ ...battle, rank: index + 1, text: texts[index] ?? null }));
  const strong = tiers.find(({ tier }) => tier === strongTier);
  return (
    <>
      <p>
        {formatCounted(battleCount, "battle")} on prompts of this kind were weighed by similarity to this one; the{" "}
        {battles.length} heaviest hold {formatPercent(shown / Math.max(totalWeight, Number.MIN_VALUE), 1)} of the
        weight.
        {strong === undefined ? null : (
          <>
            {" "}
            They put the strong model’s tier {points(strong.after)} rating points above the weak one’s, which is a win
            rate of {formatWinRate(winRate)}.
          </>
        )}
      </p>
      <Table
        caption="Battles that weighed most"
        maxHeight="22rem"
        head={
          <tr>
            <ColumnHead>Battle</ColumnHead>
            <ColumnHead numeric>Similarity</ColumnHead>
            <ColumnHead numeric>Weight</ColumnHead>
          </tr>
        }
      >
        {ranked.map((battle) => (
          <tr key={battle.rank}>
            <RowHead className="font-normal">
              {battleInWords(battle)}
              <span className="block text-xs text-muted">
                {battle.source} · {battle.id} · {EVIDENCE_LABELS[battle.evidence]}
              </span>
              {battle.text === null ? null : (
                <span className="mt-0.5 line-clamp-2 block max-w-[60ch] text-xs break-words">“{battle.text}”</span>
              )}
            </RowHead>
            <Cell numeric>{battle.similarity.toFixed(4)}</Cell>
            <Cell numeric>{battle.weight.toFixed(1)}</Cell>
          </tr>
        ))}
      </Table>
      {advice === null ? null : <p className="text-xs text-muted">{advice}</p>}
      <Table
        caption="Ratings of the tiers, in points above the weak model’s"
        head={
          <tr>
            <ColumnHead>Tier</ColumnHead>
            <ColumnHead numeric>Models</ColumnHead>
            <ColumnHead numeric>All battles alike</ColumnHead>
            <ColumnHead numeric>Weighed for this prompt</ColumnHead>
          </tr>
        }
      >
        {tiers.map(({ tier, models, before, after }) => (
          <tr key={tier}>
            <RowHead className="font-normal">
              {tier + 1}
              {tier === strongTier ? <b className="font-semibold text-strong"> strong</b> : null}
              {tier === weakTier ? <b className="font-semibold text-weak"> weak</b> : null}
            </RowHead>
            <Cell numeric>{models}</Cell>
            <Cell numeric>{points(before)}</Cell>
            <Cell numeric>{points(after)}</Cell>
          </tr>
        ))}
      </Table>
    </>
  );
}
