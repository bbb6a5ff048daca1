/** Four questions, three models and what the routers make of them, in the shape of the two files of a table. */
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");

function floats(values: readonly number[]): string {
  const view = new DataView(new ArrayBuffer(values.length * 4));
  values.forEach((value, index) => {
    view.setFloat32(index * 4, value, true);
  });
  return base64(new Uint8Array(view.buffer));
}

function integers(values: readonly number[]): string {
  const view = new DataView(new ArrayBuffer(values.length * 2));
  values.forEach((value, index) => {
    view.setInt16(index * 2, value, true);
  });
  return base64(new Uint8Array(view.buffer));
}

/** Eight flags a byte, lowest bit first. */
const bits = (flags: string): string => {
  const bytes = new Uint8Array(Math.ceil(flags.length / 8));
  [...flags].forEach((flag, index) => {
    if (flag === "1") bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (1 << (index & 7));
  });
  return base64(bytes);
};

/**
 * Five questions, of which the second was trained on. `big` is right on all, `Mid` on all but the last two, `small` on the
 * third alone and was never asked the fifth.
 */
export const smallPairOutcomes = {
  table: "mmlu-pro",
  source: "made up",
  idPrefix: "q-",
  ids: ["0", "1", "2", "3", "4"],
  categories: ["law", "maths"],
  category: [0, 0, 1, 1, 0],
  models: [
    { name: "small", canonical: "small" },
    { name: "big", canonical: "big" },
    { name: "Mid", canonical: "mid" },
  ],
  correct: bits("001001111111100"),
  asked: bits("111101111111111"),
} as const;

/** Two players for both routers that know models: player 1 is the stronger by 1, 2, 3 and −1 on the four questions. */
const strengths = (players: Readonly<Record<string, number>>, step: number) => ({
  players,
  playerCount: 2,
  step,
  values: integers([0, 2, 0, 4, 0, 6, 0, -2]),
  scale: null,
});

export const smallPairScores = {
  table: "mmlu-pro",
  weights: "made-up",
  pair: { strong: "trained-strong", weak: "trained-weak" },
  rows: [0, 2, 3, 4],
  left: { trained: 1, copies: 0 },
  winRates: {
    bert: floats([0.5, 0.25, 0.75, 0.125]),
    causal_llm: floats([0.5, 0.5, 0.5, 0.5]),
    length: floats([0.1, 0.2, 0.3, 0.4]),
    random: floats([0.4, 0.3, 0.2, 0.1]),
  },
  strengths: {
    sw_ranking: strengths({ big: 1, small: 0, mid: 0, "trained-strong": 1, "trained-weak": 0 }, 0.5),
    mf: strengths({ big: 1, "trained-strong": 0, "trained-weak": 1 }, 0.5),
  },
} as const;
