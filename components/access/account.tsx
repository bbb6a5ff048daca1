"use client";

import Link from "next/link";
import { usePageVisitor } from "@/components/controls/visitor";
import { Card } from "@/components/ui/card";
import { PasswordForm } from "./password-form";
import { ROLE_WORDS } from "./role-words";

type AccountProps = { readonly passwordPlace: "own" | "environment" | undefined };

/** Who is signed in, as what, and the person's own password. */
export function Account({ passwordPlace }: AccountProps) {
  const { name, role } = usePageVisitor();
  if (name === undefined || passwordPlace === undefined) {
    return (
      <Card title="You are not signed in" className="mx-auto max-w-[26rem]">
        <p className="text-sm text-muted">
          <Link href="/sign-in" prefetch={false} className="text-text underline underline-offset-2">
            Sign in
          </Link>{" "}
          to change your password.
        </p>
      </Card>
    );
  }
  return (
    <div className="mx-auto grid max-w-[26rem] grid-cols-[minmax(0,1fr)] gap-3">
      <Card title={`You are signed in as ${name}`}>
        <p className="text-sm text-muted text-pretty">
          Your role is <strong className="font-semibold text-text">{role}</strong>: {ROLE_WORDS[role]}.
        </p>
      </Card>
      <Card title="Change your password">
        {passwordPlace === "own" ? (
          <PasswordForm name={name} />
        ) : (
          <p className="text-sm text-muted text-pretty">
            The password of “admin” is the variable ROUTELLM_PASSWORD. Set another one and start the server again; that
            ends all sign-ins of “admin”.
          </p>
        )}
      </Card>
    </div>
  );
}
