import "server-only";
import type { Role } from "@/lib/domain/role";
import { readAccessSettings } from "./access-settings";
import { ANONYMOUS, currentVisitor, LOCAL } from "./visitor";

/** Who looks at a page, as far as the page needs to know. */
export async function readPageVisitor(): Promise<{
  readonly role: Role;
  readonly name: string | undefined;
  readonly canSignIn: boolean;
}> {
  const { role, id, name } = await currentVisitor();
  const isSignedIn = id !== LOCAL.id && id !== ANONYMOUS.id;
  return { role, name: isSignedIn ? name : undefined, canSignIn: readAccessSettings().password !== undefined };
}
