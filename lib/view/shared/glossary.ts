/** One sentence for every abbreviation on the page; shown on hover, focus and tap. */
export const GLOSSARY = {
  alpha: "α, the threshold: a prompt goes to the strong model if its win rate is at least α, so a higher α is cheaper.",
  winRate:
    "The win rate is a router's estimate of how the strong model's answer compares with the weak one's: 1 if it is better, 0 if it is worse, and a half if they are equally good. It is not how often the strong model is better.",
  pgr: "PGR, performance gap recovered: how much of the distance between the weak and the strong model's score is kept.",
  apgr: "APGR: the average of PGR over all shares of strong calls; 0.5 is what random routing gets, higher is better.",
  cpt: "CPT(x), call-performance threshold: the smallest share of strong calls that keeps x % of the gap; lower is better.",
  interval: "The 95 % interval: how far the figure moves when the questions are drawn anew (bootstrap).",
  oracle:
    "The oracle knows both answers beforehand and calls the strong model only where it gains: no router can do better.",
  againstRandom:
    "How many times more strong calls random routing needs to reach the quality that the slider is set to.",
  againstStrong: "How many times cheaper than sending every prompt to the strong model, at the prices entered above.",
} as const;
