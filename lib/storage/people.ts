import { and, asc, eq, gt } from "drizzle-orm";
import type { Role } from "@/lib/domain/role";
import { RoutingError } from "@/lib/domain/routing-error";
import { breaksUniqueness } from "./database/database-error";
import type { Database } from "./database/open-database";
import { people, signIns } from "./database/tables";

/** Somebody who may sign in, or is invited to. */
export type Person = {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly passwordHash: string | null;
  readonly invitationHash: string | null;
  /** Milliseconds since 1970. */
  readonly invitationEnds: number | null;
};

const COLUMNS = {
  id: people.id,
  name: people.name,
  role: people.role,
  passwordHash: people.passwordHash,
  invitationHash: people.invitationHash,
  invitationEnds: people.invitationEnds,
};

/** Two names that differ by capitals only are the same name. */
export const nameKeyOf = (name: string): string => name.normalize("NFKC").trim().toLowerCase();

const absent = (): RoutingError =>
  new RoutingError({ code: "not_found", parameter: "id", message: "There is no such person here." });

/** @returns all of them, in the order in which they were invited. */
export const listPeople = (database: Database): Promise<Person[]> =>
  database.query((tables) => tables.select(COLUMNS).from(people).orderBy(asc(people.number)));

/** Whether anybody is in the list. */
export async function hasPeople(database: Database): Promise<boolean> {
  const found = await database.query((tables) => tables.select({ id: people.id }).from(people).limit(1));
  return found.length > 0;
}

export async function findPersonByName(database: Database, name: string): Promise<Person | undefined> {
  const [row] = await database.query((tables) =>
    tables
      .select(COLUMNS)
      .from(people)
      .where(eq(people.nameKey, nameKeyOf(name))),
  );
  return row;
}

export async function findPerson(database: Database, id: string): Promise<Person> {
  const [row] = await database.query((tables) => tables.select(COLUMNS).from(people).where(eq(people.id, id)));
  if (row === undefined) throw absent();
  return row;
}

/** @throws RoutingError `conflict` if the name is taken. */
export async function addPerson(database: Database, person: Person): Promise<void> {
  try {
    await database.query((tables) => tables.insert(people).values({ ...person, nameKey: nameKeyOf(person.name) }));
  } catch (error) {
    if (!breaksUniqueness(error, "people.name_key")) throw error;
    const message = `There is already somebody called “${person.name}”; choose another name.`;
    throw new RoutingError({ code: "conflict", parameter: "name", message });
  }
}

/** Changes somebody and ends all sign-ins, in one transaction. @throws RoutingError `not_found`. */
export async function changePerson(
  database: Database,
  id: string,
  change: Partial<Omit<Person, "id" | "name">>,
): Promise<Person> {
  const [[row]] = await database.query((tables) =>
    tables.batch([
      tables
        .update(people)
        .set({ id, ...change })
        .where(eq(people.id, id))
        .returning(COLUMNS),
      tables.delete(signIns).where(eq(signIns.person, id)),
    ]),
  );
  if (row === undefined) throw absent();
  return row;
}

/** Removes somebody and ends all sign-ins, in one transaction. @throws RoutingError `not_found`. */
export async function removePerson(database: Database, id: string): Promise<void> {
  const [gone] = await database.query((tables) =>
    tables.batch([
      tables.delete(people).where(eq(people.id, id)).returning({ id: people.id }),
      tables.delete(signIns).where(eq(signIns.person, id)),
    ]),
  );
  if (gone.length === 0) throw absent();
}

/**
 * Takes an invitation, which can be done once: the statement itself looks whether it is still there.
 * @param now milliseconds since 1970.
 * @returns whose it was; undefined where it is unknown, taken or too old.
 */
export async function takeInvitation(
  database: Database,
  { hash, passwordHash, now }: { readonly hash: string; readonly passwordHash: string; readonly now: number },
): Promise<Person | undefined> {
  const [row] = await database.query((tables) =>
    tables
      .update(people)
      .set({ passwordHash, invitationHash: null, invitationEnds: null })
      .where(and(eq(people.invitationHash, hash), gt(people.invitationEnds, now)))
      .returning(COLUMNS),
  );
  if (row !== undefined) await database.query((tables) => tables.delete(signIns).where(eq(signIns.person, row.id)));
  return row;
}

/** @returns whose invitation it is, as long as it can be taken. */
export async function findInvited(
  database: Database,
  { hash, now }: { readonly hash: string; readonly now: number },
): Promise<Person | undefined> {
  const [row] = await database.query((tables) =>
    tables
      .select(COLUMNS)
      .from(people)
      .where(and(eq(people.invitationHash, hash), gt(people.invitationEnds, now))),
  );
  return row;
}
