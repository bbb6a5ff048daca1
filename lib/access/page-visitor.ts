import type { Role } from "@/lib/domain/role";
import { readAccessSettings } from "@/lib/runtime/access-settings";
import { getDatabase, isDatabaseAbsent } from "@/lib/runtime/database";
import { hasPeople } from "@/lib/storage/people";
import { FIRST_ADMIN } from "./sign-in";
import { ANONYMOUS, currentVisitor, LOCAL, type Visitor } from "./visitor";

const isSignedIn = ({ id }: Visitor): boolean => id !== LOCAL.id && id !== ANONYMOUS.id;

/** Whether the first admin can sign in. */
export const hasFirstAdmin = (): boolean => readAccessSettings().password !== undefined;

/** Whether anybody can sign in: the first admin, or people whom an admin invited. */
async function canAnybodySignIn(): Promise<boolean> {
  if (hasFirstAdmin()) return true;
  try {
    return !(await isDatabaseAbsent()) && (await hasPeople(await getDatabase()));
  } catch {
    // Without the database the pages go on, and nobody can sign in.
    return false;
  }
}

/** Who looks at a page, as far as the page needs to know. */
export async function readPageVisitor(): Promise<{
  readonly role: Role;
  readonly name: string | undefined;
  readonly canSignIn: boolean;
}> {
  const visitor = await currentVisitor();
  const name = isSignedIn(visitor) ? visitor.name : undefined;
  return { role: visitor.role, name, canSignIn: name !== undefined || (await canAnybodySignIn()) };
}

/** Where the password of the visitor is kept; undefined where nobody is signed in. */
export async function readPasswordPlace(): Promise<"own" | "environment" | undefined> {
  const visitor = await currentVisitor();
  if (!isSignedIn(visitor)) return undefined;
  return visitor.id === FIRST_ADMIN.id ? "environment" : "own";
}
