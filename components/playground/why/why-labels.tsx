import { ShareBar } from "@/components/ui/share-bar";
import { formatWinRate } from "@/lib/view/shared/format";
import type { ExplanationOf } from "./explanation-of";
import { ScaleNote } from "./scale-note";

/** The next-token distribution over the five labels. */
export function WhyLabels({ explanation }: { readonly explanation: ExplanationOf<"causal_llm"> }) {
  const { labels } = explanation;
  const good = labels.reduce((sum, { good, probability }) => sum + (good ? probability : 0), 0);
  return (
    <>
      <p>
        Asked how good the weak model’s answer would be, it gives these labels; 1 − P(4 or 5) ={" "}
        {formatWinRate(Math.max(0, 1 - good))}.
      </p>
      <dl className="grid grid-cols-[auto_minmax(3rem,1fr)_auto] items-center gap-x-3 gap-y-1">
        {labels.map(({ label, probability, good: counted }) => (
          <div key={label} className="contents">
            <dt className={counted ? "text-muted" : "font-semibold"}>{label}</dt>
            <dd className="contents">
              <ShareBar share={probability} tone={counted ? "weak" : "strong"} />
              <span className="text-right">
                {counted ? "− " : ""}
                {probability.toFixed(4)}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <ScaleNote {...explanation} />
    </>
  );
}
