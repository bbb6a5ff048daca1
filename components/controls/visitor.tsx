"use client";

import Link from "next/link";
import { createContext, type ReactNode, useContext } from "react";
import { atLeast, type Role } from "@/lib/domain/role";

/** Who looks at the page. */
export type PageVisitor = {
  readonly role: Role;
  /** Of somebody who signed in; undefined for all others. */
  readonly name: string | undefined;
  /** Whether anybody can sign in here. */
  readonly canSignIn: boolean;
};

// The server says no again: this only keeps pages from offering what it would refuse.
const VisitorContext = createContext<PageVisitor>({ role: "viewer", name: undefined, canSignIn: false });

export function VisitorProvider({
  visitor,
  children,
}: {
  readonly visitor: PageVisitor;
  readonly children: ReactNode;
}) {
  return <VisitorContext value={visitor}>{children}</VisitorContext>;
}

export const usePageVisitor = (): PageVisitor => useContext(VisitorContext);

export const useMay = (needed: Role): boolean => atLeast(usePageVisitor().role, needed);

/** Says who may do what is not offered here, and the way to it. */
export function RoleNote({ needed, children }: { readonly needed: Role; readonly children: string }) {
  const { name, canSignIn } = usePageVisitor();
  const who = needed === "admin" ? "Admins" : "Members";
  return (
    <p className="border-l-3 border-line bg-surface-2 px-3 py-2 text-sm text-muted">
      {who} {children}{" "}
      {name !== undefined ? (
        "An admin can change your role."
      ) : canSignIn ? (
        <Link href="/sign-in" prefetch={false} className="text-text underline underline-offset-2">
          Sign in
        </Link>
      ) : (
        "Nobody can sign in here yet: set ROUTELLM_PASSWORD, or let people in at the server’s own machine."
      )}
    </p>
  );
}
