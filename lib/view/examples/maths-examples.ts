import type { ExampleText } from "./example-text";

export const MATHS_EXAMPLES: readonly ExampleText[] = [
  { id: "maths-percentage", title: "A simple percentage", prompt: "What is 18% of 65 euros?" },
  {
    id: "maths-half",
    title: "Dividing by a half",
    prompt: "Explain to a ten-year-old why dividing a number by a half makes it bigger.",
  },
  {
    id: "maths-paint",
    title: "Tins of paint",
    prompt:
      "My living room is 4.2 m by 3.6 m and the walls are 2.5 m high. One wall has a window of 1.4 m by 1.2 m and there is a door of 0.9 m by 2 m. A litre of paint covers 9 square metres and is sold in tins of 2.5 litres. How many tins do I need for two coats on all four walls, and how much will be left over?",
  },
  {
    id: "maths-matrix-choice",
    title: "Trace of a matrix (A–D)",
    prompt: `Let M be a real 4 × 4 matrix of rank 2 with M² = 3M. What is the trace of M?

A. 3
B. 6
C. 9
D. It cannot be determined from what is given

Answer with the letter and a one-line reason.`,
  },
  {
    id: "maths-damp-flour",
    title: "Which mill was it?",
    prompt:
      "A bakery buys flour from two mills. Mill North sends 70% of the deliveries and 2% of its sacks are damp; Mill South sends the rest and 5% of its sacks are damp, each sack independently of the others. Today's delivery is unlabelled. The baker opens three of its sacks and exactly one is damp. How likely is it that the delivery came from Mill South, and how many dry sacks in a row would then bring that chance below one third?",
  },
  {
    id: "maths-grid-proof",
    title: "A proof about a grid",
    prompt:
      "A 7 by 7 grid is filled with integers so that any two cells sharing a side differ by at most 3. Prove that some integer occurs at least twice. Does the same argument still work if neighbours may differ by at most 4, and is the statement then still true?",
  },
];
