import { PAIR_TABLE_INFO, type PairTableId } from "@/lib/domain/pair-table";
import { RoutingError } from "@/lib/domain/routing-error";
import { type PairTable, pairTable } from "@/lib/view/explore/loaded-pair-table";

/** Tables that arrived whole; a failed one is forgotten, so that trying again asks the server anew. */
const tables = new Map<PairTableId, Promise<PairTable>>();

async function fetchJson(path: string): Promise<unknown> {
  const response = await fetch(`/measurements/pairs/${path}.json`);
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return response.json();
}

async function fetchTable(id: PairTableId): Promise<PairTable> {
  const [outcomes, scores, { pairOutcomesSchema }, { pairScoresSchema }] = await Promise.all([
    fetchJson(`${id}-outcomes`),
    fetchJson(`${id}-scores`),
    import("@/lib/schemas/artifacts/pair-outcomes-artifact"),
    import("@/lib/schemas/artifacts/pair-scores-artifact"),
  ]);
  return pairTable(pairOutcomesSchema.parse(outcomes), pairScoresSchema.parse(scores));
}

/**
 * A table of many models' outcomes, fetched, checked and unpacked once.
 * @throws RoutingError `artifact_unusable`, in words for the page.
 */
export async function fetchPairTable(id: PairTableId): Promise<PairTable> {
  const table = tables.get(id) ?? fetchTable(id);
  tables.set(id, table);
  try {
    return await table;
  } catch (error) {
    tables.delete(id);
    const reason = error instanceof Error && error.name === "Error" ? ` ${error.message}` : "";
    throw new RoutingError({
      code: "artifact_unusable",
      parameter: `pairs/${id}`,
      message: `The outcomes of other models on ${PAIR_TABLE_INFO[id].label} could not be read.${reason} Check the connection to the server and try again.`,
    });
  }
}
