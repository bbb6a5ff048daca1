import { z } from "zod";

/** As in `ROUTELLM_API_KEYS`. */
const name = z
  .string({ error: "must be a text" })
  .trim()
  .regex(/^[\w.-]{1,64}$/, { error: "must be 1 to 64 letters, digits, dots, dashes or underscores" });

const limit = (maximum: number) =>
  z
    .number({ error: "must be a number, or null for no limit" })
    .positive({ error: "must be more than 0, or null for no limit" })
    .max(maximum, { error: `must be at most ${maximum}` })
    .nullable();

const limits = { requestsPerMinute: limit(1_000_000), dollarsPerMonth: limit(1_000_000_000) };

export const createKeyRequestSchema = z.strictObject({ name, ...limits });
export type CreateKeyRequest = z.infer<typeof createKeyRequestSchema>;

export const changeKeyRequestSchema = z.strictObject(limits);
export type KeyLimits = z.infer<typeof changeKeyRequestSchema>;

/** Hours for which the old key works beside its successor. */
export const KEPT_HOURS = [0, 1, 24, 168] as const;
export const rotateKeyRequestSchema = z.strictObject({
  keepHours: z.literal(KEPT_HOURS, { error: `must be one of ${KEPT_HOURS.join(", ")}` }),
});

const time = z.string().nullable();

/** A key as its page shows it: nothing of the key itself, or of its hash. */
export const keyViewSchema = z.object({
  /** Null for one of `ROUTELLM_API_KEYS`, which is changed there. */
  id: z.string().nullable(),
  name: z.string(),
  requestsPerMinute: z.number().nullable(),
  dollarsPerMonth: z.number().nullable(),
  createdAt: time,
  createdBy: z.string().nullable(),
  changedAt: time,
  changedBy: z.string().nullable(),
  lastUsedAt: time,
  /** The key before the last rotation works until then. */
  formerUntil: time,
  revokedAt: time,
  /** Dollars of this month (UTC), and those that are held for calls under way. */
  spent: z.number().nonnegative(),
  setAside: z.number().nonnegative(),
  /** It does not work: the environment has another key of this name. */
  shadowed: z.boolean(),
});
export type KeyView = z.infer<typeof keyViewSchema>;

/** The only time that a key is seen. */
export const newKeySchema = z.object({ name: z.string(), key: z.string() });
export type NewKey = z.infer<typeof newKeySchema>;
