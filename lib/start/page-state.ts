import { readPageVisitor } from "@/lib/access/page-visitor";
import { recentArtifactsDirectory } from "@/lib/runtime/active-artifacts";
import { readOwnSamples, readOwnSamplesOfShipped } from "@/lib/serving/own-samples";

const nothingSaved = async () => new Map();

/** What each page that is the same for all who are not signed in shows of what people have saved. */
const SAVED: ReadonlyMap<string, () => Promise<ReadonlyMap<string, unknown>>> = new Map([
  ["/", readOwnSamples],
  ["/explore", readOwnSamplesOfShipped],
  ["/about", nothingSaved],
  ["/calibrate", nothingSaved],
]);

/**
 * All that the page at this path is rendered from, for the visitor of the request under way: whoever gets the same
 * string may get the same page. Undefined for other paths, and for those who are signed in: the page names them.
 */
export async function readPageState(path: string): Promise<string | undefined> {
  const readSaved = SAVED.get(path);
  if (readSaved === undefined) return undefined;
  const [{ role, name, canSignIn }, saved] = await Promise.all([readPageVisitor(), readSaved()]);
  if (name !== undefined) return undefined;
  return JSON.stringify([role, canSignIn, recentArtifactsDirectory(), [...saved]]);
}
