import type { LengthStanding } from "@/lib/schemas/web/explanation-answer";
import { formatCount, formatCounted, formatPercent } from "@/lib/view/shared/format";
import type { ExplanationOf } from "./explanation-of";
import { ScaleNote } from "./scale-note";

/** Where the prompt's length stands among real ones. */
export function WhyLength({
  explanation,
  lengths,
}: {
  readonly explanation: ExplanationOf<"length">;
  readonly lengths: LengthStanding | null;
}) {
  const { characters, counted } = explanation;
  return (
    <>
      <p>
        It has {formatCounted(characters, "character")}
        {counted < characters ? `, of which ${formatCount(counted)} count` : ""}
        {lengths === null
          ? "."
          : `: longer than ${formatPercent(lengths.shorter)} of the ${formatCount(lengths.prompts)} prompts of the calibration sample.`}
      </p>
      {lengths === null ? null : (
        <dl className="flex flex-wrap gap-x-6">
          {["10 %", "half", "90 %"].map((share, index) => (
            <div key={share}>
              <dt className="text-muted">{share} have at most</dt>
              <dd>{formatCounted(lengths.percentiles[index] ?? 0, "character")}</dd>
            </div>
          ))}
        </dl>
      )}
      <ScaleNote {...explanation} />
    </>
  );
}
