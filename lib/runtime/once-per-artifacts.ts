import { recentArtifactsDirectory } from "./active-artifacts";

/**
 * As `once`, for what is read from the artifacts in use: when other routers are chosen, the next call loads anew, and calls
 * that are under way end with what they began with. What failed is not kept.
 */
export function oncePerArtifacts<Result>(load: (directory: string) => Promise<Result>): () => Promise<Result> {
  const start = async (directory: string): Promise<Result> => load(directory);
  let kept: { readonly directory: string; readonly result: Promise<Result> } | undefined;
  return () => {
    const directory = recentArtifactsDirectory();
    if (kept?.directory === directory) return kept.result;
    const result = start(directory).catch((error: unknown) => {
      if (kept?.result === result) kept = undefined;
      throw error;
    });
    kept = { directory, result };
    return result;
  };
}
