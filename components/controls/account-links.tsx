"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { tell } from "./ask-server";
import { useMay, usePageVisitor } from "./visitor";

const ADMIN_PAGES = [
  { path: "/people", label: "People" },
  { path: "/keys", label: "API keys" },
] as const;
const LINK = "flex h-9 items-center border-b-2 px-1 text-[0.8125rem]";
const LINK_LOOKS = {
  current: "border-accent font-semibold",
  other: "border-transparent text-muted hover:text-text",
} as const;

/** Who is signed in, the way in and out, and what admins look after. */
export function AccountLinks() {
  const { name, canSignIn } = usePageVisitor();
  const isAdmin = useMay("admin");
  const current = usePathname();
  const [leaving, setLeaving] = useState(false);
  const signOut = async () => {
    setLeaving(true);
    await tell("/session", { method: "DELETE" }).catch(() => undefined);
    // Everything that the page holds was the person's.
    window.location.assign("/");
  };
  const links = [
    ...(isAdmin ? ADMIN_PAGES : []),
    ...(name === undefined && canSignIn ? [{ path: "/sign-in", label: "Sign in" }] : []),
  ];
  if (links.length === 0 && name === undefined) return null;
  return (
    <nav aria-label="Account" className="ml-auto flex flex-wrap items-center gap-x-3">
      {links.map(({ path, label }) => (
        <Link
          key={path}
          href={path}
          prefetch={false}
          aria-current={current === path ? "page" : undefined}
          className={classNames(LINK, LINK_LOOKS[current === path ? "current" : "other"])}
        >
          {label}
        </Link>
      ))}
      {name === undefined ? null : (
        <>
          <Link
            href="/account"
            prefetch={false}
            aria-current={current === "/account" ? "page" : undefined}
            className={classNames(LINK, "min-w-0", LINK_LOOKS[current === "/account" ? "current" : "other"])}
          >
            <span className="sr-only">Your account: </span>
            <span className="max-w-40 truncate">{name}</span>
          </Link>
          <Button look="quiet" disabled={leaving} className="text-[0.8125rem]" onClick={() => void signOut()}>
            Sign out
          </Button>
        </>
      )}
    </nav>
  );
}
