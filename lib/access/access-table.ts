import type { Role } from "@/lib/domain/role";

/**
 * Who may do what: every page, every method of every route and every server action of `app/`, and nothing else
 * (access-table.test.ts walks the folder). `key`: settled by API keys; `anybody`: asked by machines.
 */
export const ACCESS = {
  "page /": "viewer",
  "page /about": "viewer",
  "page /account": "viewer",
  "page /calibrate": "viewer",
  "page /calibrate/runs/[id]": "viewer",
  "page /chat": "viewer",
  "page /explore": "viewer",
  "page /invitation": "viewer",
  "page /keys": "admin",
  "page /people": "admin",
  "page /sign-in": "viewer",

  "GET /benchmarks/[name]": "viewer",
  "POST /explanations/[router]": "viewer",
  "POST /neighbours": "viewer",
  "POST /prompt-texts": "viewer",
  "GET /page-files/[digest]": "viewer",
  "GET /questions/[name]": "viewer",
  "POST /scores": "viewer",
  "POST /scores/[router]": "viewer",

  "GET /calibrate/quality/[router]": "viewer",
  "GET /calibrate/runs": "member",
  "POST /calibrate/runs": "member",
  "POST /calibrate/runs/[id]/cancel": "member",
  "GET /calibrate/runs/[id]/result": "member",
  "GET /calibrate/runs/[id]/state": "member",
  "DELETE /calibrate/runs/[id]/state": "member",
  "GET /calibrate/saved": "member",
  "POST /calibrate/saved": "member",
  /** A member's own; which one the app decides by is for admins. */
  "PATCH /calibrate/saved/[id]": "member",
  /** Takes a deletion back. */
  "POST /calibrate/saved/[id]": "member",
  "DELETE /calibrate/saved/[id]": "member",
  "POST /calibrate/uploads": "member",
  "GET /calibrate/uploads/[id]": "member",
  "DELETE /calibrate/uploads/[id]": "member",

  "POST /chat/answers": "member",
  "POST /chat/connections": "member",
  "GET /chat/decisions": "admin",
  "DELETE /chat/decisions": "admin",
  "GET /chat/retraining": "admin",
  "POST /chat/retraining": "admin",
  "DELETE /chat/retraining": "admin",
  /** How many are one's own; as a file, for admins. */
  "GET /chat/votes": "member",
  "POST /chat/votes": "member",
  "DELETE /chat/votes": "member",
  "DELETE /chat/votes/[id]": "member",

  "GET /keys/entries": "admin",
  "POST /keys/entries": "admin",
  "PATCH /keys/entries/[id]": "admin",
  "DELETE /keys/entries/[id]": "admin",
  "POST /keys/entries/[id]/rotations": "admin",

  "GET /people/entries": "admin",
  "POST /people/entries": "admin",
  "PATCH /people/entries/[id]": "admin",
  "DELETE /people/entries/[id]": "admin",
  "POST /people/entries/[id]/invitation": "admin",

  "POST /session": "viewer",
  /** One's own password. */
  "PATCH /session": "viewer",
  "DELETE /session": "viewer",
  /** The token is what lets in. */
  "POST /session/invitation": "viewer",

  "GET /health": "anybody",
  "GET /metrics": "key",
  "GET /v1/models": "key",
  "POST /v1/chat/completions": "key",
} as const satisfies Readonly<Record<string, Role | "key" | "anybody">>;

type Name = keyof typeof ACCESS;

/** What a role is needed for. */
export type ForRole = { [Key in Name]: (typeof ACCESS)[Key] extends Role ? Key : never }[Name];
