import { randomUUID } from "node:crypto";
import type { Role } from "@/lib/domain/role";
import { RoutingError } from "@/lib/domain/routing-error";
import { getDatabase, isDatabaseAbsent } from "@/lib/runtime/database";
import type { InvitedPerson, ListedPerson } from "@/lib/schemas/web/person";
import { addPerson, changePerson, listPeople, nameKeyOf, type Person, removePerson } from "@/lib/storage/people";
import { FIRST_ADMIN } from "./sign-in";
import { fingerprintOf, makeSecret } from "./sign-in-cookie";
import { ANONYMOUS, LOCAL } from "./visitor";

/** Three days. */
const INVITED_MS = 3 * 86_400_000;
const RESERVED: ReadonlySet<string> = new Set(
  [FIRST_ADMIN, LOCAL, ANONYMOUS].flatMap(({ id, name }) => [id, nameKeyOf(name)]),
);

function present({ id, name, role, passwordHash, invitationEnds }: Person): ListedPerson {
  const isOpen = invitationEnds !== null && invitationEnds > Date.now();
  return {
    ...{ id, name, role },
    state: isOpen ? "invited" : passwordHash === null ? "expired" : "joined",
    invitedUntil: isOpen ? new Date(invitationEnds).toISOString() : null,
  };
}

const newInvitation = () => {
  const token = makeSecret();
  return { token, kept: { invitationHash: fingerprintOf(token), invitationEnds: Date.now() + INVITED_MS } };
};

export async function listAllPeople(): Promise<ListedPerson[]> {
  if (await isDatabaseAbsent()) return [];
  return (await listPeople(await getDatabase())).map(present);
}

/** @returns the token of a link that sets a password once, within three days. */
export async function invite({ name, role }: { readonly name: string; readonly role: Role }): Promise<InvitedPerson> {
  if (RESERVED.has(nameKeyOf(name))) {
    const message = `Nobody can be called “${name}”, which the app itself uses; choose another name.`;
    throw new RoutingError({ code: "conflict", parameter: "name", message });
  }
  const { token, kept } = newInvitation();
  const person: Person = { id: randomUUID(), name, role, passwordHash: null, ...kept };
  await addPerson(await getDatabase(), person);
  return { ...present(person), token };
}

/** A new link, for somebody who forgot the password or came too late; the old password is gone, and all sign-ins. */
export async function inviteAgain(id: string): Promise<InvitedPerson> {
  const { token, kept } = newInvitation();
  return { ...present(await changePerson(await getDatabase(), id, { ...kept, passwordHash: null })), token };
}

export const changeRole = async (id: string, role: Role): Promise<ListedPerson> =>
  present(await changePerson(await getDatabase(), id, { role }));

export const remove = async (id: string): Promise<void> => removePerson(await getDatabase(), id);
