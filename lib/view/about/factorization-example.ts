import { sum } from "@/lib/math/moments";
import { sigmoid } from "@/lib/math/sigmoid";

/** One dimension of the learned space, as a person might name it; real ones have no names. */
type Dimension = {
  readonly name: string;
  /** w · (P[strong] − P[weak]) of this dimension: how much more the strong model gains from it. */
  readonly advantage: number;
};

/** Made up for this page. */
const DIMENSIONS: readonly Dimension[] = [
  { name: "steps of reasoning", advantage: 2.4 },
  { name: "facts to look up", advantage: 0.6 },
  { name: "small talk", advantage: -1.8 },
];

export type FactorizationExample = {
  readonly products: readonly (Dimension & { readonly value: number; readonly product: number })[];
  /** δ(strong) − δ(weak). */
  readonly difference: number;
  readonly winRate: number;
};

/** Where the example starts: a prompt with some of each. */
export const EXAMPLE_EMBEDDING: readonly number[] = [0.7, 0.4, 0.2];

/**
 * The arithmetic of matrix factorization for one pair: a dot product of the projected prompt and what the strong model
 * has over the weak one, through the logistic function.
 * @param embedding (dimensions) the prompt's coordinates, each in [0, 1].
 */
export function factorizationExample(embedding: readonly number[]): FactorizationExample {
  const products = DIMENSIONS.map((dimension, index) => {
    const value = embedding[index] ?? 0;
    return { ...dimension, value, product: dimension.advantage * value };
  });
  const difference = sum(products.map(({ product }) => product));
  return { products, difference, winRate: sigmoid(difference) };
}
