import type { BenchmarkId } from "@/lib/domain/benchmark";

/** Why MMLU stands here twice, beside both of them. */
export function AuditedNote({ benchmark }: { readonly benchmark: BenchmarkId }) {
  if (benchmark !== "mmlu" && benchmark !== "mmlu-audited") return <div className="h-3" />;
  return (
    <aside aria-label="About the audited MMLU" className="my-3 border-l-3 border-line-strong pl-3 text-sm text-muted">
      <p className="max-w-[75ch]">
        <strong className="font-semibold text-text">
          {benchmark === "mmlu" ? "As recorded, with one broken subject. " : "Without one broken subject. "}
        </strong>
        In high-school mathematics the published outcomes are wrong: they credit the strong model with 3&nbsp;% of 270
        questions and the weak one with 32&nbsp;%, because the strong model's answers were misread when they were
        marked. A router judged on MMLU as recorded is rewarded for calling maths easy.{" "}
        {benchmark === "mmlu"
          ? "The audited tab leaves those questions out; no router here was trained on them."
          : "These questions are left out here and were never trained on; everything else is the same."}
      </p>
    </aside>
  );
}
