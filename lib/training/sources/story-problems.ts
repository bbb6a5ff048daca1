import { STORY_QUESTIONS, STORY_SENTENCES, STORY_WORDS, type StoryWords } from "./story-templates";

/** Sentences of a story before its question. */
const FEWEST_SENTENCES = 1;
const MOST_SENTENCES = 8;

/** Share of sentences that are drawn out by a remark without a number in it: length and amount of sums come apart. */
const REMARK_SHARE = 0.2;

/**
 * Grade-school story problems made from templates that were written for this project: people who buy, share, walk and
 * bake, with numbers of any size, in one to eight sentences and a question. Most have no sensible answer. They are there
 * for the teacher to score: the data sets hold next to no problems of this kind whose labels may be used, and a student
 * that never reads one cannot order them as its teacher does.
 * @returns `count` problems, repeats possible but rare.
 */
export function storyProblems(options: { count: number; random: () => number }): string[] {
  const { random } = options;
  return Array.from({ length: options.count }, () => storyProblem(random));
}

function storyProblem(random: () => number): string {
  const words = cast(random);
  const sentences = FEWEST_SENTENCES + Math.floor(random() * (MOST_SENTENCES - FEWEST_SENTENCES + 1));
  const story = Array.from({ length: sentences }, () =>
    fill(pick(random() < REMARK_SHARE ? STORY_SENTENCES.remarks : STORY_SENTENCES.facts, random), words, random),
  );
  return [...story, fill(pick(STORY_QUESTIONS, random), words, random)].map(capitalize).join(" ");
}

const capitalize = (sentence: string): string => `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;

/** Who and what one story is about, so that its sentences speak of the same people and things. */
type Cast = { readonly [Key in keyof StoryWords]: readonly string[] };

function cast(random: () => number): Cast {
  const some = (list: readonly string[]): string[] => [pick(list, random), pick(list, random)];
  return {
    name: some(STORY_WORDS.name),
    thing: some(STORY_WORDS.thing),
    place: some(STORY_WORDS.place),
    container: some(STORY_WORDS.container),
    time: some(STORY_WORDS.time),
    food: some(STORY_WORDS.food),
  };
}

/** Puts words and numbers in the place of `{name}`, `{n}`, `{price}`, `{percent}`, `{fraction}`, `{times}`. */
function fill(template: string, words: Cast, random: () => number): string {
  return template.replace(/\{(\w+)\}/g, (whole, slot: string) => {
    const list = words[slot as keyof StoryWords];
    return list === undefined ? (NUMBERS[slot]?.(random) ?? whole) : pick(list, random);
  });
}

const NUMBERS: Readonly<Record<string, (random: () => number) => string>> = {
  n: (random) => String(wholeNumber(random)),
  price: (random) => {
    const dollars = wholeNumber(random);
    return random() < 0.5 ? `$${dollars}` : `$${dollars}.${pick(["25", "50", "75", "99", "05"], random)}`;
  },
  percent: (random) => `${5 * (1 + Math.floor(random() * 19))}%`,
  fraction: (random) => pick(["half", "a third", "a quarter", "1/5", "2/3", "3/4", "two fifths", "1/6"], random),
  times: (random) => pick(["twice", "three times", "4 times", "five times", "half", "10 times"], random),
};

/** Mostly small, now and then in the thousands: uniform in the number of digits. */
const wholeNumber = (random: () => number): number => Math.floor(2 + 10 ** (0.3 + random() * 2.7));

function pick<Item>(list: readonly Item[], random: () => number): Item {
  const item = list[Math.floor(random() * list.length)];
  if (item === undefined) throw new TypeError("A story needs at least one word of each kind");
  return item;
}
