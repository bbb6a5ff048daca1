"use client";

import { useRequest } from "@/components/playground/why/use-request";
import { useTexts } from "@/components/playground/why/use-texts";
import { classNames } from "@/components/ui/class-names";
import { Notice } from "@/components/ui/notice";
import { Cell, ColumnHead, RowHead, Table } from "@/components/ui/table";
import { ROUTER_IDS, ROUTER_INFO } from "@/lib/domain/router-id";
import { type NeighboursAnswer, neighboursAnswerSchema } from "@/lib/schemas/web/neighbours-answer";
import { formatCount, formatCounted, formatWinRate } from "@/lib/view/shared/format";

const LEARNED = ROUTER_IDS.filter((id) => !ROUTER_INFO[id].baseline);

/** Prompts of the calibration sample that are most like this one. */
export default function SimilarPromptsPanel({ prompt }: { readonly prompt: string }) {
  const asked = useRequest({ path: "/neighbours", prompt, body: { prompt }, schema: neighboursAnswerSchema });
  if (asked === null) return <p className="min-h-40 text-[0.8125rem] text-muted">Looking through the sample…</p>;
  if (asked.answer === null) return <Notice kind="empty">{asked.failure}</Notice>;
  return (
    <div aria-busy={asked.prompt !== prompt} className={classNames(asked.prompt !== prompt && "opacity-45")}>
      <Neighbours answer={asked.answer} prompt={asked.prompt} />
    </div>
  );
}

function Neighbours({ answer, prompt }: { readonly answer: NeighboursAnswer; readonly prompt: string }) {
  const { sample, sampleSize } = answer;
  const { texts, advice } = useTexts(sample, prompt);
  const ranked = sample.map((row, index) => ({ ...row, rank: index + 1, text: texts[index] ?? null }));
  return (
    <>
      <Table
        caption={`The ${sample.length} nearest of the ${formatCount(sampleSize)} real chat prompts that α is calibrated on`}
        head={
          <tr>
            <ColumnHead>Prompt</ColumnHead>
            <ColumnHead numeric>Cosine</ColumnHead>
            {LEARNED.map((id) => (
              <ColumnHead key={id} numeric>
                {ROUTER_INFO[id].label}
              </ColumnHead>
            ))}
          </tr>
        }
      >
        {ranked.map(({ rank, text, source, id, similarity, characters, winRates }) => (
          <tr key={rank}>
            <RowHead className="min-w-56 font-normal">
              {text === null ? null : <span className="line-clamp-2 block max-w-[70ch] break-words">“{text}”</span>}
              <span className="block text-xs text-muted">
                {source} · {id} · {formatCounted(characters, "character")}
              </span>
            </RowHead>
            <Cell numeric>{similarity.toFixed(2)}</Cell>
            {LEARNED.map((router) => {
              const winRate = winRates[router];
              return (
                <Cell key={router} numeric>
                  {winRate === undefined ? "–" : formatWinRate(winRate)}
                </Cell>
              );
            })}
          </tr>
        ))}
      </Table>
      <p className="mt-1.5 text-xs text-muted">
        Nearest in words and pieces of words, not in meaning; the cosine is good to about 0.05. Win rates are of routers
        that had not seen the prompt.{advice === null ? null : ` ${advice}`}
      </p>
    </>
  );
}
