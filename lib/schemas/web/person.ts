import { z } from "zod";
import { ROLES } from "@/lib/domain/role";

const name = z
  .string()
  .trim()
  .min(1, "must be the name that the person signs in with")
  .max(80, "must have at most 80 characters");
const password = z.string().min(1, "must not be empty").max(1000, "must have at most 1,000 characters");
const roleSchema = z.enum(ROLES);

export const signInRequestSchema = z.object({ name, password }).strict();
export const invitationRequestSchema = z.object({ token: z.string().min(1).max(100), password }).strict();
export const passwordChangeSchema = z.object({ password, newPassword: password }).strict();
export const newPersonSchema = z.object({ name, role: roleSchema }).strict();
export const roleChangeSchema = z.object({ role: roleSchema }).strict();

/** Somebody who is let in here, as admins see it. */
export const listedPersonSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: roleSchema,
  /** joined: has a password; invited: the link can still be taken; expired: it cannot. */
  state: z.enum(["joined", "invited", "expired"]),
  /** ISO 8601, UTC, of an invitation that can still be taken. */
  invitedUntil: z.string().nullable(),
});
export type ListedPerson = z.infer<typeof listedPersonSchema>;

/** With the token of the invitation's link, which is shown once. */
export const invitedPersonSchema = listedPersonSchema.extend({ token: z.string() });
export type InvitedPerson = z.infer<typeof invitedPersonSchema>;
