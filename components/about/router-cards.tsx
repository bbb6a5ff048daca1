import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { formatCount } from "@/lib/view/shared/format";
import { Factorization } from "./factorization";
import { LabelDistribution } from "./label-distribution";
import { SimilarityRanking } from "./similarity-ranking";

type RouterCardProps = {
  readonly title: string;
  /** What it is in the public release. */
  readonly released: string;
  readonly children: ReactNode;
  readonly example: ReactNode;
};

function RouterCard({ title, released, children, example }: RouterCardProps) {
  return (
    <Card level={3} title={title}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <div className="max-w-[70ch] text-sm leading-6">
          {children}
          <p className="mt-2 text-muted">
            <span className="font-semibold">In the public release:</span> {released}
          </p>
        </div>
        {example}
      </div>
    </Card>
  );
}

/** Size of both transformers: `vocabulary` in tokens, `positions` in tokens of one sequence. */
export type TransformerFacts = {
  readonly layers: number;
  readonly heads: number;
  readonly width: number;
  readonly vocabulary: number;
  readonly positions: number;
};

/** The four learned routers, each with its arithmetic to play with. */
export function RouterCards({ transformers }: { readonly transformers: TransformerFacts }) {
  const { layers, heads, width, vocabulary, positions } = transformers;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3 lg:grid-cols-2">
      <RouterCard
        title="SW ranking: look up similar battles"
        released="ten tiers of models, similarity by OpenAI’s text embeddings, one fit for every prompt."
        example={<SimilarityRanking />}
      >
        <p>
          Nothing is learned beforehand but how strong each model is. For a new prompt, every battle anybody judged is
          weighed by how similar its prompt is, and the models are rated on the weighted battles (Bradley–Terry). If the
          strong models won on prompts like yours, the win rate is high.
        </p>
      </RouterCard>
      <RouterCard
        title="Matrix factorization: a dot product"
        released="64 models, 128 dimensions, over OpenAI’s text embeddings."
        example={<Factorization />}
      >
        <p>
          Each model has a learned vector, and so has each prompt, by a learned projection of its embedding. A score is
          the product of the two; the win rate is the logistic function of the difference between both models’ scores.
          For one pair of models all of it collapses to one dot product, which makes it the cheapest of the four.
        </p>
      </RouterCard>
      <RouterCard
        title="BERT: read the prompt, name the winner"
        released="an encoder of XLM-R’s size, fine-tuned on the battles."
        example={<LabelDistribution kind="three" />}
      >
        <p>
          A transformer encoder reads the prompt and gives three probabilities: the strong model wins, a tie, the weak
          model wins. A tie counts for the weak model, because paying for the strong one would gain nothing. So the win
          rate is the first of the three alone, and as trained lower on most prompts than matrix factorization’s: what
          it learned is a ranking, and its level comes from a scale (see “Is a win rate a frequency?”).
        </p>
        <p className="mt-2">
          The one here has {layers} layers of width {width} with {heads} heads, a vocabulary of{" "}
          {formatCount(vocabulary)} byte pairs, and reads {positions} tokens: of a longer prompt the first two thirds
          and the last third of them. It was trained in this project by distillation: to give nine in ten of the
          training prompts, and word problems made up from them, the score that matrix factorization gives them. It has
          learned from no vote and no outcome itself. Its weights are rounded to 8 bits, and onnxruntime runs them
          without a GPU.
        </p>
      </RouterCard>
      <RouterCard
        title="Causal LLM: ask how good the weak answer will be"
        released="Llama 3 8B, fine-tuned to continue an instruction with one label."
        example={<LabelDistribution kind="five" />}
      >
        <p>
          A language model reads an instruction with the prompt in it and predicts one next token, [[1]] to [[5]]: the
          expected quality of the weak model’s answer. Where a 4 or a 5 is likely, the weak model is good enough.
        </p>
        <p className="mt-2">
          The one here is a decoder of BERT’s size and vocabulary, trained in the same way; the instruction takes some
          of its {positions} tokens. Nobody rated answers for it: the five labels are ranges of its teacher’s score,
          with the border between [[3]] and [[4]] at the mean. It, too, learned a ranking and not a level.
        </p>
      </RouterCard>
    </div>
  );
}
