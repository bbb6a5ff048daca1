import { AsyncLocalStorage } from "node:async_hooks";
import { atLeast, type Role } from "@/lib/domain/role";
import { RoutingError } from "@/lib/domain/routing-error";
import { perProcess } from "@/lib/runtime/once-per-process";

/** Who asks. */
export type Visitor = {
  readonly role: Role;
  /** Of a person; `local` for the admin on the server's own machine, `visitor` for all who are not signed in. */
  readonly id: string;
  readonly name: string;
};

/** Whoever sits at the server's own machine, where no password is set. */
export const LOCAL: Visitor = { role: "admin", id: "local", name: "This machine" };
/** Whoever is not signed in. */
export const ANONYMOUS: Visitor = { role: "viewer", id: "visitor", name: "Visitor" };

type Visit = { readonly find: () => Promise<Visitor>; readonly address: string };

/** Next's bundles have a copy of this module each, and must see the same visits. */
const visits = perProcess("visits", () => new AsyncLocalStorage<Visit>());

/**
 * Runs `answer` for a visitor, who is found out at the first question: most requests are for files.
 * @param address that the request came from, for limits on attempts.
 */
export function withVisitor<Result>(find: () => Promise<Visitor>, answer: () => Result, address = ""): Result {
  let found: Promise<Visitor> | undefined;
  const findOnce = () => {
    found ??= find();
    return found;
  };
  return visits().run({ find: findOnce, address }, answer);
}

/** Where the request under way came from; empty where that is unknown. */
export const currentAddress = (): string => visits().getStore()?.address ?? "";

/** Who asks where no listener has said so: a command or a test asks for itself. */
const elsewhere = perProcess("visitor-elsewhere", () => ({ find: async (): Promise<Visitor> => LOCAL }));

/** For a server, in which what has not come through the listener is not to be trusted. */
export function distrustWithoutListener(find: () => Promise<Visitor>): void {
  elsewhere().find = find;
}

/** Who asks in the request under way. */
export async function currentVisitor(): Promise<Visitor> {
  const { find } = visits().getStore() ?? elsewhere();
  return find();
}

/** @throws RoutingError `unauthorized` where nobody is signed in, `forbidden` where the role is too little. */
export async function requireRole(needed: Role): Promise<Visitor> {
  const visitor = await currentVisitor();
  if (atLeast(visitor.role, needed)) return visitor;
  if (visitor.id === ANONYMOUS.id) {
    const message = `Sign in as ${needed === "admin" ? "an admin" : "a member"} to do this.`;
    throw new RoutingError({ code: "unauthorized", parameter: "role", message });
  }
  const message = `This takes the role ${needed}, and yours is ${visitor.role}; an admin can change it.`;
  throw new RoutingError({ code: "forbidden", parameter: "role", message });
}
