/** Sizes of a small transformer with pre-norm layers, learned positions and rectified feed-forwards. */
export type TransformerShape = {
  /** Rows of the token table. */
  readonly vocabulary: number;
  /** d */
  readonly width: number;
  /** d is a multiple of it. */
  readonly heads: number;
  readonly layers: number;
  /** Width of the feed-forward's inner layer. */
  readonly inner: number;
  /** Longest sequence, in tokens. */
  readonly positions: number;
};

/** Row-major values of a matrix or vector. */
export type Tensor = { readonly shape: readonly number[]; readonly values: Float32Array };

/** An encoder's head has `labels` outputs; a decoder answers with one of `labelTokens`, ids in the labels' order. */
export type TransformerKind =
  | { readonly kind: "encoder"; readonly labels: number }
  | { readonly kind: "decoder"; readonly labelTokens: readonly number[] };

/**
 * What training hands to export. Names and shapes of the tensors are those of transformer-shapes; every
 * matrix is (in, out), so that y = xW + b.
 */
export type TransformerWeights = {
  readonly shape: TransformerShape;
  readonly model: TransformerKind;
  readonly tensors: Readonly<Record<string, Tensor>>;
};
