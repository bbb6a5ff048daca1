/** A made-up prompt with its planted difficulty, 0 (easiest) to 1. */
export type SyntheticPrompt = { readonly prompt: string; readonly difficulty: number };

/** Which of the encoder's gates a prompt is made for. */
export type SyntheticKind = "multiple choice" | "word problem" | "code" | "chat";

const SYLLABLES =
  "ba be bo da di do ga go ka ki ku la lo ma mi mu na no pa pi po ra ri ro sa so ta to vi vo za zu".split(" ");
const EASY_WORDS = "cat garden bread summer holiday music".split(" ");
const HARD_WORDS = "isomorphism entropy jurisprudence asymptotic polymerase eigenvector".split(" ");

/** A prompt holds this many words that tell of its difficulty, among as many that tell nothing. */
const TELLING_WORDS = 6;

/**
 * Prompts from seeded templates and meaningless words, so that no two are alike and none comes from a data set: the
 * harder a prompt, the more of its telling words are hard ones, and the longer it is.
 */
export function synthesizePrompts(options: {
  count: number;
  kind: SyntheticKind;
  random: () => number;
}): SyntheticPrompt[] {
  const { count, kind, random } = options;
  return Array.from({ length: count }, () => {
    const difficulty = random();
    return { prompt: TEMPLATES[kind](random, difficulty), difficulty };
  });
}

/** A word of three to five syllables that means nothing. */
export function nonsenseWord(random: () => number): string {
  return Array.from({ length: 3 + Math.floor(3 * random()) }, () => pick(SYLLABLES, random)).join("");
}

const pick = (words: readonly string[], random: () => number): string =>
  words[Math.floor(random() * words.length)] ?? "";

function tellingText(random: () => number, difficulty: number): string {
  return Array.from({ length: TELLING_WORDS }, () => {
    const telling = pick(random() < difficulty ? HARD_WORDS : EASY_WORDS, random);
    return `${telling} ${nonsenseWord(random)}`;
  }).join(" ");
}

const TEMPLATES: Readonly<Record<SyntheticKind, (random: () => number, difficulty: number) => string>> = {
  "multiple choice": (random, difficulty) => {
    const options = ["A", "B", "C", "D"].map((letter) => `\n${letter}. ${nonsenseWord(random)}`);
    return `Which of these goes with ${tellingText(random, difficulty)}?${options.join("")}`;
  },
  "word problem": (random, difficulty) => {
    const steps = Array.from({ length: 1 + Math.round(5 * difficulty) }, () => {
      const [giver, taker] = [nonsenseWord(random), nonsenseWord(random)];
      return `Then ${giver} gives ${2 + Math.floor(40 * random())} of them to ${taker}.`;
    });
    const start = `${nonsenseWord(random)} has ${50 + Math.floor(50 * random())} ${nonsenseWord(random)}.`;
    return `${start} ${steps.join(" ")} ${tellingText(random, difficulty)}. How many are left in the end?`;
  },
  code: (random, difficulty) => `Write a python function for ${tellingText(random, difficulty)}.`,
  chat: (random, difficulty) => `Tell me something about ${tellingText(random, difficulty)}, please.`,
};
