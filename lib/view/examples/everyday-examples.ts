import type { ExampleText } from "./example-text";

export const EVERYDAY_EXAMPLES: readonly ExampleText[] = [
  { id: "everyday-eggs", title: "How long do eggs keep?", prompt: "How long do boiled eggs keep in the fridge?" },
  {
    id: "everyday-stain",
    title: "Red wine on the sofa",
    prompt: "I have just spilled red wine on a pale fabric sofa. What should I do right now?",
  },
  {
    id: "everyday-friend",
    title: "A friend who cancels",
    prompt:
      "A good friend of mine has cancelled on me four times since the summer, always on the day itself and always with a reason I can't really argue with: a headache, the babysitter, a deadline, the headache again. When we do meet it is lovely and she says she misses me. Last week I had cooked for six because she was bringing her family, and her message came when the table was laid. I don't want to lose her, and I know that her year has not been easy, but I notice that I have started to make plans as if she weren't coming. How can I tell her this without sounding as though I were keeping a list?",
  },
  {
    id: "everyday-night-shift",
    title: "Sleeping between shifts",
    prompt:
      "I start a month of night shifts next week: four nights on, two days off, with a toddler at home who wakes at six. How should I arrange my sleep, meals and light so that I am not useless on my days off?",
  },
  {
    id: "everyday-dinners",
    title: "A week of dinners",
    prompt:
      "Plan five dinners for four people for under 60 euros in all. One of us eats no gluten, one no meat, the children refuse mushrooms, I have one pan and no oven, and on Wednesday there are only fifteen minutes. Use up a kilo of carrots and half a cabbage, cook nothing twice, and add a shopping list with prices and amounts.",
  },
  {
    id: "everyday-flat",
    title: "Two flats, one decision",
    prompt: `Help me decide between two flats.

Flat A: 1,050 a month, 20 minutes by bicycle to work, third floor without a lift, gas heating from 1998, lease for one year.
Flat B: 1,290 a month, 45 minutes by train (89 a month), ground floor with a garden, district heating, lease without a time limit.

I work at home two days a week, my mother can no longer climb stairs well and visits often, and I may change jobs next spring. Which questions should I answer first, and which flat would you lean towards?`,
  },
];
