import { and, asc, count, getTableColumns, gt, gte, lte, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import {
  type DecisionRecord,
  type DecisionSummary,
  decisionRecordSchema,
  decisionSummarySchema,
} from "@/lib/schemas/web/decision";
import type { Database } from "./database/open-database";
import { decisions } from "./database/tables";
import { parseRows } from "./parse-rows";

/** Rows read at a time: an export never holds all of them at once. */
const PAGE = 500;
/** Rows that one statement removes, so that others are not kept waiting. */
const PRUNE_AT_MOST = 10_000;

/** At most so many records go into one statement, so that others are not kept waiting. */
export const LARGEST_BATCH = 500;

/**
 * Keeps records, all or none, in one transaction. One that is there already stays
 * as it is, so a batch of which it is not known whether it arrived can be sent again.
 * @param batch at least one, at most {@link LARGEST_BATCH}.
 */
export async function keepDecisions(database: Database, batch: readonly DecisionRecord[]): Promise<void> {
  await database.query((tables) =>
    tables.run(
      sql`insert into ${decisions} (${NAMES}) select ${VALUES} from json_each(${JSON.stringify(batch)}) where true on conflict (id) do nothing`,
    ),
  );
}

const { number: _, ...KEPT } = getTableColumns(decisions);
const NAMES = sql.raw(
  Object.values(KEPT)
    .map(({ name }) => name)
    .join(", "),
);
/** One parameter for a batch: written value by value, the statement itself would cost more than what it does. */
const VALUES = sql.raw(
  Object.keys(KEPT)
    .map((field) => `value->>'$.${field}'`)
    .join(", "),
);

/** More than one answer can cost, and than it can count. */
const [MOST_DOLLARS, MOST_TOKENS, MOST_MS] = [1e6, 1e12, 1e12];

/** An amount within what is possible, or null: earlier versions wrote what a provider said as it stood. */
const sane = <Column extends SQLiteColumn>(column: Column, most: number) =>
  sql<
    number | null
  >`case when typeof(${column}) in ('integer', 'real') and ${column} between 0 and ${most} then ${column} end`;
const saneCount = (column: SQLiteColumn) => sql<number | null>`cast(${sane(column, MOST_TOKENS)} as integer)`;

/** Every field; no number in it can make the whole page of rows unreadable. */
const READ = {
  ...getTableColumns(decisions),
  inputTokens: saneCount(decisions.inputTokens),
  outputTokens: saneCount(decisions.outputTokens),
  dollars: sane(decisions.dollars, MOST_DOLLARS),
  strongDollars: sane(decisions.strongDollars, MOST_DOLLARS),
  routingMs: sql<number>`coalesce(${sane(decisions.routingMs, MOST_MS)}, 0)`,
  providerMs: sane(decisions.providerMs, MOST_MS),
};

/** @param since ISO 8601; all of them without it. */
const from = (since: string | undefined) => (since === undefined ? undefined : gte(decisions.savedAt, since));

/** All records, the oldest first. */
export async function* readDecisions(database: Database, since?: string): AsyncGenerator<DecisionRecord, void, void> {
  for (let after = 0; ; ) {
    const rows = await database.query((tables) =>
      tables
        .select(READ)
        .from(decisions)
        .where(and(gt(decisions.number, after), from(since)))
        .orderBy(asc(decisions.number))
        .limit(PAGE),
    );
    after = rows.at(-1)?.number ?? after;
    yield* parseRows("decisions", rows, (row) => decisionRecordSchema.parse(row));
    if (rows.length < PAGE) return;
  }
}

const groupSchema = decisionSummarySchema.shape.groups.element;

/** How many there are, by router and choice. */
export async function summarizeDecisions(database: Database, since?: string): Promise<Omit<DecisionSummary, "kept">> {
  const { router, choice, simulated } = decisions;
  const rows = await database.query((tables) =>
    tables
      .select({
        ...{ router, choice, simulated, decisions: count() },
        dollars: sql<number>`total(${sane(decisions.dollars, MOST_DOLLARS)})`,
        strongDollars: sql<number>`total(${sane(decisions.strongDollars, MOST_DOLLARS)})`,
      })
      .from(decisions)
      .where(from(since))
      .groupBy(router, choice, simulated)
      .orderBy(asc(router), asc(choice), asc(simulated)),
  );
  const all = rows.reduce((sum, row) => sum + row.decisions, 0);
  return { all, groups: parseRows("decisions", rows, (row) => groupSchema.parse(row)) };
}

/** Forgets all records. */
export async function deleteDecisions(database: Database): Promise<void> {
  await database.query((tables) => tables.delete(decisions));
}

/**
 * Removes the oldest records beyond the newest `kept`, some thousands at a time.
 * @returns whether that was all.
 */
export async function pruneDecisions(database: Database, kept: number): Promise<boolean> {
  const [ends] = await database.query((tables) =>
    tables
      .select({
        oldest: sql<number | null>`(select min(number) from decisions)`,
        newest: sql<number | null>`(select max(number) from decisions)`,
      })
      .from(sql`(select 1)`),
  );
  if (ends === undefined || ends.oldest === null || ends.newest === null) return true;
  const surplus = ends.newest - kept;
  if (ends.oldest > surplus) return true;
  const last = Math.min(surplus, ends.oldest + PRUNE_AT_MOST - 1);
  await database.query((tables) => tables.delete(decisions).where(lte(decisions.number, last)));
  return last === surplus;
}
