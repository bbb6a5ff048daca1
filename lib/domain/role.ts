/** What somebody may do here; each role may do all that those before it may. */
export const ROLES = ["viewer", "member", "admin"] as const;

/** A viewer looks and scores, a member chats, brings prompts and saves, an admin deletes, retrains and lets others in. */
export type Role = (typeof ROLES)[number];

export const atLeast = (role: Role, needed: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(needed);
