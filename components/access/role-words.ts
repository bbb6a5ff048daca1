import type { Role } from "@/lib/domain/role";

/** What each role may do, beside what those before it may. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  viewer: "looks at what is measured here and scores prompts, as everybody can without signing in",
  member: "chats, votes, brings prompts to calibrate on and saves the result; sees and deletes only their own",
  admin: "sees and deletes everybody’s, trains and swaps routers, exports, and lets others in",
};
