import { sql } from "drizzle-orm";
import { integer, primaryKey, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/*
 * The tables of the application's database, a file or a libSQL server. After a change here `npm run migrations` writes the
 * migration, which is committed and never edited. drizzle-kit reads this file by itself: it imports nothing of ours.
 */

/** Calibrations that were kept under a name. */
export const savedCalibrations = sqliteTable(
  "saved_calibrations",
  {
    /** Grows with every row, and so orders them: no clock decides. */
    number: integer("number").primaryKey({ autoIncrement: true }),
    id: text("id").notNull().unique(),
    name: text("name").notNull(),
    /** The name as it is compared: two that differ by capitals only are the same. */
    nameKey: text("name_key").notNull().unique("saved_calibrations_name"),
    router: text("router").notNull(),
    isDefault: integer("is_default", { mode: "boolean" }).notNull().default(false),
    savedAt: text("saved_at").notNull(),
    /** JSON, as lib/schemas/web/saved-calibration has it. */
    handOver: text("hand_over").notNull(),
    /** JSON: α for each target share 0, .001 … 1; null where only the one α is known. */
    thresholds: text("thresholds"),
    /** What stood in for the shipped router when it was calibrated; null for the shipped one. */
    standIn: text("stand_in"),
    /** The id of whoever saved it; `local` for the machine's own admin. */
    owner: text("owner").notNull().default("local"),
    /** Deleted, and kept for those who take that back: `default` for one that was its router's default, else `plain`. */
    deleted: text("deleted", { enum: ["plain", "default"] }),
  },
  (table) => [
    // The database itself keeps a router from having two defaults, whoever writes to it.
    uniqueIndex("saved_calibrations_default").on(table.router).where(sql`${table.isDefault} = 1`),
  ],
);

/** Which of two answers somebody preferred, with both. */
export const votes = sqliteTable("votes", {
  /** Grows with every row, and so orders them: no clock decides. */
  number: integer("number").primaryKey({ autoIncrement: true }),
  id: text("id").notNull().unique(),
  savedAt: text("saved_at").notNull(),
  mode: text("mode").notNull(),
  router: text("router").notNull(),
  threshold: real("threshold").notNull(),
  winRate: real("win_rate").notNull(),
  prompt: text("prompt").notNull(),
  modelA: text("model_a").notNull(),
  modelB: text("model_b").notNull(),
  answerA: text("answer_a").notNull(),
  answerB: text("answer_b").notNull(),
  winner: text("winner").notNull(),
  /** One of the answers at least was made up by this program: no router learns from such a vote. */
  simulated: integer("simulated", { mode: "boolean" }).notNull(),
  /** The id of whoever voted; `local` for the machine's own admin. */
  owner: text("owner").notNull().default("local"),
});

/** What was decided for each request and what became of it; neither question nor answer. */
export const decisions = sqliteTable("decisions", {
  /** Grows with every row, and so orders them: no clock decides. */
  number: integer("number").primaryKey({ autoIncrement: true }),
  id: text("id").notNull().unique(),
  savedAt: text("saved_at").notNull(),
  source: text("source").notNull(),
  /** The key's name, never the key. */
  key: text("key"),
  router: text("router").notNull(),
  threshold: real("threshold").notNull(),
  winRate: real("win_rate").notNull(),
  choice: text("choice").notNull(),
  reason: text("reason").notNull(),
  scope: text("scope").notNull(),
  streamed: integer("streamed", { mode: "boolean" }).notNull(),
  outcome: text("outcome").notNull(),
  error: text("error"),
  answeredBy: text("answered_by"),
  model: text("model"),
  simulated: integer("simulated", { mode: "boolean" }).notNull(),
  inputTokens: integer("input_tokens"),
  outputTokens: integer("output_tokens"),
  tokensEstimated: integer("tokens_estimated", { mode: "boolean" }),
  dollars: real("dollars"),
  strongDollars: real("strong_dollars"),
  routingMs: real("routing_ms").notNull(),
  providerMs: real("provider_ms"),
});

/** Dollars that keys and people have spent, by month. */
export const keySpending = sqliteTable(
  "key_spending",
  {
    /** The key's name, never the key; `person:ID` for a person. */
    key: text("key").notNull(),
    /** `2026-11`, UTC. */
    month: text("month").notNull(),
    dollars: real("dollars").notNull(),
    /** Dollars that running instances hold for calls, and that killed ones held: not to be spent by others. */
    setAside: real("set_aside").notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.key, table.month] })],
);

/** People who may sign in, beside the first admin, who is known by a password in the environment. */
export const people = sqliteTable("people", {
  /** Grows with every row, and so orders them: no clock decides. */
  number: integer("number").primaryKey({ autoIncrement: true }),
  id: text("id").notNull().unique(),
  name: text("name").notNull(),
  /** The name as it is compared: two that differ by capitals only are the same. */
  nameKey: text("name_key").notNull().unique("people_name"),
  role: text("role", { enum: ["viewer", "member", "admin"] }).notNull(),
  /** scrypt, with its parameters and salt; null until the invitation is taken. */
  passwordHash: text("password_hash"),
  /** SHA-256 of the invitation's token; null once it is taken. */
  invitationHash: text("invitation_hash").unique("people_invitation"),
  /** Milliseconds since 1970. */
  invitationEnds: integer("invitation_ends"),
});

/** Who is signed in, one row a browser: without it a cookie is worth nothing. */
export const signIns = sqliteTable("sign_ins", {
  /** SHA-256 of what the cookie holds. */
  id: text("id").primaryKey(),
  person: text("person").notNull(),
  /** Of the password of the environment that the first admin signed in with: another password ends it. */
  mark: text("mark"),
  /** Milliseconds since 1970. */
  ends: integer("ends").notNull(),
});

/** What all instances on this database share, and nobody else may know. */
export const secrets = sqliteTable("secrets", {
  name: text("name").primaryKey(),
  value: text("value").notNull(),
});

/** API keys that were made in the application, beside those of `ROUTELLM_API_KEYS`. */
export const apiKeys = sqliteTable("api_keys", {
  /** Grows with every row, and so orders them: no clock decides. */
  number: integer("number").primaryKey({ autoIncrement: true }),
  id: text("id").notNull().unique(),
  name: text("name").notNull().unique("api_keys_name"),
  /** SHA-256, hexadecimal; the key itself is nowhere. */
  hash: text("hash").notNull().unique("api_keys_hash"),
  /** Of the key before the last change, which works until the time beside it. */
  formerHash: text("former_hash"),
  formerUntil: text("former_until"),
  requestsPerMinute: real("requests_per_minute"),
  dollarsPerMonth: real("dollars_per_month"),
  createdAt: text("created_at").notNull(),
  /** Who did it, by name as it was then. */
  createdBy: text("created_by").notNull(),
  changedAt: text("changed_at"),
  changedBy: text("changed_by"),
  lastUsedAt: text("last_used_at"),
  revokedAt: text("revoked_at"),
});
