import type { ExampleText } from "./example-text";

export const SCIENCE_EXAMPLES: readonly ExampleText[] = [
  {
    id: "science-stale-bread",
    title: "Bread in the fridge",
    prompt: "Why does bread go stale faster in the fridge than on the table?",
  },
  {
    id: "science-virus",
    title: "Virus or bacterium?",
    prompt: "What is the difference between a virus and a bacterium? Two or three sentences are enough.",
  },
  {
    id: "science-snail-choice",
    title: "A snail in salty water (A–D)",
    prompt: `A freshwater snail is moved into slightly salty water in which it can survive. What is the first change to expect in its excretory organ?

A. It makes more urine, and the urine is more dilute.
B. It makes less urine, because less water enters the body.
C. It stops working, because no salts need to be removed.
D. It begins to secrete oxygen instead of ammonia.`,
  },
  {
    id: "science-buffer",
    title: "pH, step by step",
    prompt:
      "I mix 40.0 mL of 0.150 M acetic acid (pKa 4.76) with 25.0 mL of 0.120 M sodium hydroxide and afterwards add 5.0 mL of 0.100 M hydrochloric acid. Work out the pH after each of the two steps, state every approximation, and say by how much the answer would move if activity coefficients were taken into account.",
  },
  {
    id: "science-space-station",
    title: "Dropping a ball in orbit",
    prompt:
      "A ring-shaped space station of radius 120 m turns just fast enough to give 0.9 g at the rim. An astronaut standing on the rim lets go of a ball 1.5 m above the floor, at rest relative to her hand. Derive, in the inertial frame and without approximating, how long the ball takes to reach the floor and how far from her feet it lands, and say on which side. Then check the result against the first-order Coriolis estimate.",
  },
  {
    id: "science-sleep-app",
    title: "Does the sleep app work?",
    prompt:
      "A company reports that people who used its sleep app for at least 20 of 30 nights gained 41 minutes of sleep a night, measured by the app itself, while those who used it less gained 6 minutes. Nobody was assigned at random. List the ways in which the app could have no effect at all and still produce these figures, rank them by how much of the difference each could explain, and design the cheapest study that would tell them apart.",
  },
];
