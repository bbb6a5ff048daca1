import { and, eq, gt, lte } from "drizzle-orm";
import type { Role } from "@/lib/domain/role";
import type { Database } from "./database/open-database";
import { people, secrets, signIns } from "./database/tables";

export type SignIn = {
  /** SHA-256 of what the cookie holds. */
  readonly id: string;
  readonly person: string;
  readonly mark: string | null;
  /** Milliseconds since 1970. */
  readonly ends: number;
};

/** Keeps a sign-in, and forgets those that have ended. */
export async function keepSignIn(database: Database, signIn: SignIn, now: number): Promise<void> {
  await database.query((tables) =>
    tables.batch([tables.insert(signIns).values(signIn), tables.delete(signIns).where(lte(signIns.ends, now))]),
  );
}

/** @returns who is signed in; name and role are those of the person as of now, null for the first admin. */
export async function findSignIn(
  database: Database,
  { id, now }: { readonly id: string; readonly now: number },
): Promise<(SignIn & { readonly name: string | null; readonly role: Role | null }) | undefined> {
  const [row] = await database.query((tables) =>
    tables
      .select({
        id: signIns.id,
        person: signIns.person,
        mark: signIns.mark,
        ends: signIns.ends,
        name: people.name,
        role: people.role,
      })
      .from(signIns)
      .leftJoin(people, eq(people.id, signIns.person))
      .where(and(eq(signIns.id, id), gt(signIns.ends, now))),
  );
  return row;
}

export async function forgetSignIn(database: Database, id: string): Promise<void> {
  await database.query((tables) => tables.delete(signIns).where(eq(signIns.id, id)));
}

/** A secret that all instances on one database share: the first to need it makes it. */
export async function shareSecret(database: Database, name: string, make: () => string): Promise<string> {
  const read = () => database.query((tables) => tables.select().from(secrets).where(eq(secrets.name, name)));
  const [kept] = await read();
  if (kept !== undefined) return kept.value;
  await database.query((tables) => tables.insert(secrets).values({ name, value: make() }).onConflictDoNothing());
  const [shared] = await read();
  if (shared === undefined) throw new Error(`the secret ${name} was not kept`);
  return shared.value;
}
