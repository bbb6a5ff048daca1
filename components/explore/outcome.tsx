/** An outcome in words: right or wrong where that is what was measured, else the judge's score. */
export function Outcome({ score, judged }: { readonly score: number; readonly judged: boolean }) {
  if (judged) return score.toFixed(1);
  return score >= 1 ? <span className="text-good">✓ right</span> : <span className="text-bad">✗ wrong</span>;
}
