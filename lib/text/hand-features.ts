import { NUMBER_WORDS } from "./number-words";
import type { PromptParts } from "./prompt-parts";

/** Beyond this many characters only the length features see a stem. */
const CLIP_CHARACTERS = 8000;

/** Words whose presence says what is asked for. */
const QUESTION_WORDS =
  "what which how why who when where write explain calculate find solve prove list describe create implement translate summarize suppose following true most best least likely step total much many average ratio probability function theorem law cause first".split(
    " ",
  );

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(" "));

const CONDITIONS = wordSet(
  "more less fewer than times percent remaining remainder rest left after before then each every per same another both also however if instead except only until",
);
const TIMES = wordSet("hour hours minute minutes second seconds day days week weeks month months year years");
const SUPPOSITIONS = wordSet("if when suppose assume given");
const RATES = wordSet("per each every rate speed");
const NEGATIONS = wordSet("not except never no cannot neither false incorrect least");
const UNITS = wordSet(
  "kg km cm mm m g mg ml mol ft feet foot inch inches mile miles pound pounds ounce ounces gallon gallons liter liters degree degrees newton newtons joule joules watt watts volt volts hz",
);

const SHAPE_FEATURES = [
  "characters",
  "words",
  "sentences",
  "words per sentence",
  "numbers",
  "distinct numbers",
  "number words",
  "conditions",
  "distinct words",
  "share of distinct words",
  "commas",
  "percentages",
  "fractions",
  "decimals",
  "largest number",
  "sum of numbers",
  "capitalised words",
  "money",
  "time units",
  "operators",
  "operator density",
  "LaTeX",
  "code",
  "lines",
  "quotes",
  "non-ASCII share",
  "mean word length",
  "long words",
  "last sentence",
  "question marks",
  "negations",
  "statement",
  "scenario",
  "blank to fill",
  "stem of a choice",
  "option length",
  "option spread",
  "options with numbers",
  "none of the above",
  "suppositions",
  "rates",
  "units",
  "how many",
  "upper-case share",
  "digit share",
  "ends with a question",
  "parentheses",
  "list items",
] as const;

/** Names of the features, in the order of `handFeatures`. */
export const HAND_FEATURES: readonly string[] = [...SHAPE_FEATURES, ...QUESTION_WORDS.map((word) => `says “${word}”`)];

/** Blanks before the bullet, but no line ends: across them a page of blank lines would cost its length squared. */
const LIST_ITEM = /^[^\S\n\r\u2028\u2029]*(?:[-*•]|\d+[.)])\s/gm;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
const flag = (condition: boolean): number => (condition ? 1 : 0);
/** Of non-negative values, 0 of none. Not `Math.max(...values)`, which overflows the stack on a very long list. */
const largest = (values: readonly number[]): number => values.reduce((most, value) => Math.max(most, value), 0);
const smallest = (values: readonly number[]): number =>
  values.reduce((least, value) => Math.min(least, value), values[0] ?? 0);
const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** One walk over the words for every feature that counts membership in a list. */
function countWords(words: readonly string[]) {
  const counts = {
    numbers: 0,
    conditions: 0,
    times: 0,
    suppositions: 0,
    rates: 0,
    negations: 0,
    units: 0,
    long: 0,
    letters: 0,
  };
  const distinct = new Set<string>();
  for (const word of words) {
    distinct.add(word);
    counts.letters += word.length;
    if (word.length > 8) counts.long += 1;
    if (NUMBER_WORDS.has(word)) counts.numbers += 1;
    if (CONDITIONS.has(word)) counts.conditions += 1;
    if (TIMES.has(word)) counts.times += 1;
    if (SUPPOSITIONS.has(word)) counts.suppositions += 1;
    if (RATES.has(word)) counts.rates += 1;
    if (NEGATIONS.has(word)) counts.negations += 1;
    if (UNITS.has(word)) counts.units += 1;
  }
  return { counts, distinct };
}

/** One walk over the characters for every feature that counts a class of them. */
function countCharacters(text: string) {
  const counts = {
    nonAscii: 0,
    upper: 0,
    digits: 0,
    operators: 0,
    commas: 0,
    lines: 0,
    questions: 0,
    parentheses: 0,
    percents: 0,
    dollars: 0,
  };
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 127) counts.nonAscii += 1;
    else if (code >= 65 && code <= 90) counts.upper += 1;
    else if (code >= 48 && code <= 57) counts.digits += 1;
    else {
      const character = text[index] ?? "";
      if ("=+*/^<>\\|{}[]".includes(character)) counts.operators += 1;
      else if (character === ",") counts.commas += 1;
      else if (character === "\n") counts.lines += 1;
      else if (character === "?") counts.questions += 1;
      else if (character === "(") counts.parentheses += 1;
      else if (character === "%") counts.percents += 1;
      else if (character === "$") counts.dollars += 1;
    }
  }
  return counts;
}

/**
 * Counts and cues that a person would name when asked why a prompt looks hard; counts as log(1 + count).
 * @returns (HAND_FEATURES.length) raw values; the encoder standardises them with its training means.
 */
export function handFeatures(prompt: string, parts: PromptParts): Float64Array {
  const { options } = parts;
  const stem = parts.stem.slice(0, CLIP_CHARACTERS);
  const lower = stem.toLowerCase();
  const words = lower.match(/[a-z]+/g) ?? [];
  const { counts, distinct } = countWords(words);
  const characters = countCharacters(stem);
  const numbers = (stem.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).map((number) => number.replaceAll(",", ""));
  const values = numbers.filter((number) => number.length < 16).map((number) => Math.min(Number(number), 1e9));
  const sentences = stem
    .trim()
    .split(/(?<=[.!?])\s+/)
    .filter((sentence) => sentence !== "");
  const sentenceCount = Math.max(1, sentences.length);
  const wordCount = Math.max(1, words.length);
  const stemLength = Math.max(1, stem.length);
  const backslash = stem.includes("\\");
  const optionLengths = options.map((option) => option.length);
  const promptLower = prompt.slice(0, CLIP_CHARACTERS).toLowerCase();
  const log = Math.log1p;

  const shape = [
    log(parts.stem.length),
    log(wordCount),
    log(sentenceCount),
    log(wordCount / sentenceCount),
    log(numbers.length),
    log(new Set(numbers).size),
    log(counts.numbers),
    log(counts.conditions + count(lower, /\bas (?:many|much)\b/g)),
    log(distinct.size),
    distinct.size / wordCount,
    log(characters.commas),
    log(characters.percents + count(lower, /percent/g)),
    log(count(stem, /\d\/\d|\\frac/g)),
    log(count(stem, /\d\.\d/g)),
    log(largest(values)),
    log(values.reduce((sum, value) => sum + value, 0)),
    log(count(stem, /(?<=[a-z,;] )[A-Z][a-z]+/g)),
    flag(characters.dollars > 0 && !backslash && stem.replace(/\$[^$\d][^$]*\$/g, "").includes("$")),
    log(counts.times),
    log(characters.operators),
    characters.operators / stemLength,
    log(backslash || characters.dollars >= 2 ? count(stem, /\\[a-z]+|\$/g) : 0),
    flag(/```|def |python|code|assert/.test(promptLower)),
    log(characters.lines),
    log(count(stem, /["“”]/g)),
    characters.nonAscii / stemLength,
    words.length === 0 ? 0 : counts.letters / words.length,
    words.length === 0 ? 0 : counts.long / words.length,
    log(sentences.at(-1)?.length ?? 0),
    log(characters.questions),
    log(counts.negations),
    flag(lower.includes("statement")),
    flag(lower.includes("scenario")),
    flag(stem.includes("_")),
    options.length > 0 ? log(parts.stem.length) : 0,
    options.length > 0 ? log(mean(optionLengths)) : 0,
    options.length > 0 ? log(largest(optionLengths)) - log(smallest(optionLengths)) : 0,
    mean(options.map((option) => flag(/\d/.test(option)))),
    flag(/none of|all of|both|cannot be/.test(options.join(" ").toLowerCase())),
    log(counts.suppositions),
    flag(counts.rates > 0),
    log(counts.units),
    flag(lower.includes("how many")),
    characters.upper / stemLength,
    characters.digits / stemLength,
    flag(stem.slice(-60).includes("?")),
    log(characters.parentheses),
    log(count(stem, LIST_ITEM)),
  ];
  const features = new Float64Array(HAND_FEATURES.length);
  features.set(shape);
  QUESTION_WORDS.forEach((word, index) => {
    features[shape.length + index] = flag(distinct.has(word));
  });
  return features;
}
