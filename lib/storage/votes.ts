import { and, asc, count, eq, gt } from "drizzle-orm";
import { type Vote, type VoteCounts, voteSchema } from "@/lib/schemas/web/vote";
import type { Database } from "./database/open-database";
import { votes } from "./database/tables";
import { parseRows } from "./parse-rows";

/** Rows read at a time: an export never holds all answers at once. */
const PAGE = 500;

/**
 * Keeps a vote; once this is done, it is on the disk. One that is there already stays as it is.
 * @param owner the id of whoever voted.
 */
export async function keepVote(database: Database, vote: Vote, owner = "local"): Promise<void> {
  await database.query((tables) =>
    tables
      .insert(votes)
      .values({ ...vote, owner })
      .onConflictDoNothing({ target: votes.id }),
  );
}

/** All votes, the oldest first. */
export async function* readVotes(database: Database): AsyncGenerator<Vote, void, void> {
  for (let after = 0; ; ) {
    const rows = await database.query((tables) =>
      tables.select().from(votes).where(gt(votes.number, after)).orderBy(asc(votes.number)).limit(PAGE),
    );
    after = rows.at(-1)?.number ?? after;
    yield* parseRows("votes", rows, ({ number: _, owner: __, ...row }) => voteSchema.parse(row));
    if (rows.length < PAGE) return;
  }
}

/**
 * How many votes there are, and how many of them a router may learn from.
 * @param owner whose are counted; everybody's where it is undefined.
 */
export async function countVotes(database: Database, owner?: string): Promise<VoteCounts> {
  const rows = await database.query((tables) =>
    tables
      .select({ simulated: votes.simulated, votes: count() })
      .from(votes)
      .where(owner === undefined ? undefined : eq(votes.owner, owner))
      .groupBy(votes.simulated),
  );
  const of = (simulated: boolean) => rows.find((row) => row.simulated === simulated)?.votes ?? 0;
  return { all: of(true) + of(false), real: of(false) };
}

/** How many votes there are on each two models, as A and as B. */
export async function countVotesByModels(
  database: Database,
): Promise<readonly (Pick<Vote, "modelA" | "modelB" | "simulated"> & { readonly votes: number })[]> {
  const { modelA, modelB, simulated } = votes;
  return database.query((tables) =>
    tables.select({ modelA, modelB, simulated, votes: count() }).from(votes).groupBy(modelA, modelB, simulated),
  );
}

/**
 * Takes a vote back, or all of them; of one owner only, where one is given.
 * @returns how many went.
 */
export async function deleteVotes(database: Database, id?: string, owner?: string): Promise<number> {
  const gone = await database.query((tables) =>
    tables
      .delete(votes)
      .where(
        and(id === undefined ? undefined : eq(votes.id, id), owner === undefined ? undefined : eq(votes.owner, owner)),
      )
      .returning({ id: votes.id }),
  );
  return gone.length;
}
