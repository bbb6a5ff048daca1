/**
 * Runs `load` at the first call and shares its result with all later ones. What failed is not kept: the next call tries
 * again.
 */
export function once<Result>(load: () => Promise<Result>): () => Promise<Result> {
  const start = async (): Promise<Result> => load();
  let kept: Promise<Result> | undefined;
  return () => {
    kept ??= start().catch((error: unknown) => {
      kept = undefined;
      throw error;
    });
    return kept;
  };
}
