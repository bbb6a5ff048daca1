"use client";

import { tell } from "@/components/controls/ask-server";
import { usePageVisitor } from "@/components/controls/visitor";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { AccessForm } from "./access-form";
import { useSubmit } from "./use-submit";

/** A name and a password. @param hasFirstAdmin whether “admin” can sign in. */
export function SignInForm({ hasFirstAdmin }: { readonly hasFirstAdmin: boolean }) {
  const { name, canSignIn } = usePageVisitor();
  const { busy, refusal, onSubmit } = useSubmit(async (data) => {
    await tell("/session", { method: "POST", body: { name: data.get("name"), password: data.get("password") } });
    // The whole page is another one for whoever is signed in.
    window.location.assign("/");
  });
  return (
    <Card
      title={name === undefined ? "Members and admins" : `You are signed in as ${name}`}
      className="mx-auto max-w-[26rem]"
    >
      {canSignIn ? null : (
        <div className="mb-3">
          <Notice kind="empty">
            Nobody can sign in yet: set ROUTELLM_PASSWORD, the password of “admin”, and start the server again; or let
            people in on the page People, at the server’s own machine.
          </Notice>
        </div>
      )}
      <AccessForm {...{ busy, refusal, onSubmit }} action="Sign in" busyAction="Signing in…">
        <TextField label="Name" name="name" required maxLength={80} autoComplete="username" autoCapitalize="none" />
        <TextField
          label="Password"
          name="password"
          type="password"
          required
          maxLength={1000}
          autoComplete="current-password"
        />
      </AccessForm>
      <p className="mt-3 text-xs text-muted text-pretty">
        Without signing in you can look at everything that is measured here and score prompts.{" "}
        {hasFirstAdmin
          ? "The first admin is called “admin”; all others get a link from an admin."
          : "To sign in you need a link from an admin."}
      </p>
    </Card>
  );
}
