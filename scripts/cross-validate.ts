/**
 * Figures of the recipe on training data that it did not see, to choose its constants by (docs/experiments.md). No figure
 * here looks at a benchmark question. About two minutes on one core.
 */
import { crossValidate } from "@/lib/pipelines/cross-validate";
import { readEnv } from "@/lib/runtime/env";

const { golden, wordProblems, votes } = await crossValidate({ dataDirectory: readEnv().dataDirectory, seed: 1 });

const print = (title: string, figures: Readonly<Record<string, number>>): void => {
  console.log(title);
  for (const [name, figure] of Object.entries(figures)) console.log(`  ${name.padEnd(24)} ${figure.toFixed(4)}`);
};
print("APGR on the golden rows, out-of-fold", golden);
print("Rank correlation with difficulty, word problems of a source left out", wordProblems);
print("Rank correlation with votes, out-of-fold", votes);
