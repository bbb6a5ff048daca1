import type { RouterExplanation } from "@/lib/domain/router-explanation";
import { scaleWinRate, type WinRateScale } from "./win-rate-scale";

/**
 * An explanation of the scaled win rate: every win rate in it is scaled, and summands of log-odds are multiplied by the
 * slope, with the offset as one more, so that they still add up.
 */
export function scaleExplanation(explanation: RouterExplanation, scale: WinRateScale): RouterExplanation {
  const scaled = (winRate: number): number => scaleWinRate(winRate, scale);
  const common = { winRate: scaled(explanation.winRate), scale };
  switch (explanation.kind) {
    case "mf":
      return {
        ...explanation,
        ...common,
        parts: [
          ...explanation.parts.map((part) => ({ ...part, value: part.value * scale.slope })),
          { group: "scale", kind: "constant", name: "", value: scale.offset },
        ],
      };
    case "bert":
      return {
        ...explanation,
        ...common,
        pieces: explanation.pieces.map((piece) => ({ ...piece, without: scaled(piece.without) })),
      };
    default:
      return { ...explanation, ...common };
  }
}
