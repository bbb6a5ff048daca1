import { createHash, timingSafeEqual } from "node:crypto";
import { RoutingError } from "@/lib/domain/routing-error";
import { readAccessSettings } from "@/lib/runtime/access-settings";
import { getDatabase } from "@/lib/runtime/database";
import {
  changePerson,
  findInvited,
  findPerson,
  findPersonByName,
  nameKeyOf,
  takeInvitation,
} from "@/lib/storage/people";
import { findSignIn, forgetSignIn, keepSignIn } from "@/lib/storage/sign-ins";
import { hashPassword, isPassword, newPasswordSchema } from "./passwords";
import { countAttempt } from "./sign-in-attempts";
import { fingerprintOf, makeSecret, readCookie, SIGNED_IN_SECONDS } from "./sign-in-cookie";
import type { Visitor } from "./visitor";

/** The admin whom ROUTELLM_PASSWORD signs in; nobody else can have the name. */
export const FIRST_ADMIN: Visitor = { role: "admin", id: "admin", name: "admin" };

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

const isSame = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));

/** Ties a sign-in to the password that it was made with; of no use to somebody who has the database alone. */
const markOf = (secret: string, password: string): string => fingerprintOf(`${secret} ${password}`);

async function start(person: string, password?: string): Promise<string> {
  const secret = makeSecret();
  const now = Date.now();
  const mark = password === undefined ? null : markOf(secret, password);
  const ends = now + SIGNED_IN_SECONDS * 1000;
  await keepSignIn(await getDatabase(), { id: fingerprintOf(secret), person, mark, ends }, now);
  return secret;
}

/**
 * @param from.address of the connection, for the limit on attempts.
 * @returns the secret for the cookie.
 * @throws RoutingError `unauthorized`, which does not say whether the name is known; `rate_limited`.
 */
export async function signIn(from: {
  readonly name: string;
  readonly password: string;
  readonly address: string;
}): Promise<string> {
  const takeBack = await countAttempt(from);
  const { password: adminPassword } = readAccessSettings();
  const isFirstAdmin = nameKeyOf(from.name) === FIRST_ADMIN.name;
  if (isFirstAdmin && adminPassword !== undefined && isSame(from.password, adminPassword)) {
    await takeBack();
    return start(FIRST_ADMIN.id, adminPassword);
  }
  const person = isFirstAdmin ? undefined : await findPersonByName(await getDatabase(), from.name);
  if (!(await isPassword(from.password, person?.passwordHash ?? null)) || person === undefined) {
    const message = "This name and password do not go together here; an admin can send you a new invitation.";
    throw new RoutingError({ code: "unauthorized", parameter: "password", message });
  }
  await takeBack();
  return start(person.id);
}

/** Ends a sign-in for good: the cookie is worth nothing afterwards, wherever there is a copy of it. */
export async function signOut(cookies: string | null): Promise<void> {
  const secret = await readCookie(cookies);
  if (secret !== undefined) await forgetSignIn(await getDatabase(), fingerprintOf(secret));
}

/** @param cookies a Cookie header. @returns who is signed in with it; undefined where nobody is. */
export async function findSignedIn(cookies: string | undefined): Promise<Visitor | undefined> {
  const secret = await readCookie(cookies);
  if (secret === undefined) return undefined;
  const found = await findSignIn(await getDatabase(), { id: fingerprintOf(secret), now: Date.now() });
  if (found === undefined) return undefined;
  if (found.person === FIRST_ADMIN.id) {
    const { password } = readAccessSettings();
    const holds = password !== undefined && found.mark !== null && isSame(found.mark, markOf(secret, password));
    return holds ? FIRST_ADMIN : undefined;
  }
  const { person, name, role } = found;
  return name === null || role === null ? undefined : { id: person, name, role };
}

/** @throws RoutingError `invalid_argument` that says what a password must be like. */
function checkNew(password: string): void {
  const parsed = newPasswordSchema.safeParse(password);
  if (parsed.success) return;
  const message = parsed.error.issues[0]?.message ?? "The password cannot be used.";
  throw new RoutingError({ code: "invalid_argument", parameter: "password", message });
}

const uninvited = (): RoutingError =>
  new RoutingError({
    code: "not_found",
    parameter: "token",
    message: "This invitation was taken, taken back or is too old; ask an admin for a new one.",
  });

/** Sets the password of whoever was invited, once. @returns the secret for the cookie. */
export async function acceptInvitation(invitation: {
  readonly token: string;
  readonly password: string;
}): Promise<string> {
  checkNew(invitation.password);
  const hash = fingerprintOf(invitation.token);
  const database = await getDatabase();
  if ((await findInvited(database, { hash, now: Date.now() })) === undefined) throw uninvited();
  const passwordHash = await hashPassword(invitation.password);
  const person = await takeInvitation(database, { hash, passwordHash, now: Date.now() });
  if (person === undefined) throw uninvited();
  return start(person.id);
}

/** Ends all sign-ins of the visitor. @returns the secret of a new one. */
export async function changePassword(
  visitor: Visitor,
  change: { readonly password: string; readonly newPassword: string; readonly address: string },
): Promise<string> {
  const database = await getDatabase();
  const { passwordHash } = await findPerson(database, visitor.id).catch(() => {
    const message = "Only people with a password of their own can change it; that of admin is ROUTELLM_PASSWORD.";
    throw new RoutingError({ code: "conflict", parameter: "password", message });
  });
  checkNew(change.newPassword);
  const takeBack = await countAttempt({ address: change.address, name: visitor.name });
  if (!(await isPassword(change.password, passwordHash))) {
    throw new RoutingError({ code: "forbidden", parameter: "password", message: "This is not your present password." });
  }
  await takeBack();
  await changePerson(database, visitor.id, { passwordHash: await hashPassword(change.newPassword) });
  return start(visitor.id);
}
