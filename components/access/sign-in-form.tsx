"use client";

import { tell } from "@/components/controls/ask-server";
import { usePageVisitor } from "@/components/controls/visitor";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
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
      <form className="grid gap-3" onSubmit={onSubmit}>
        <TextField label="Name" name="name" required maxLength={80} autoComplete="username" autoCapitalize="none" />
        <TextField
          label="Password"
          name="password"
          type="password"
          required
          maxLength={1000}
          autoComplete="current-password"
        />
        {refusal === undefined ? null : <Notice kind="error">{refusal}</Notice>}
        <Button type="submit" look="solid" disabled={busy} className="min-h-10">
          {busy ? "Signing in…" : "Sign in"}
        </Button>
      </form>
      <p className="mt-3 text-xs text-muted text-pretty">
        Without signing in you can look at everything that is measured here and score prompts.{" "}
        {hasFirstAdmin
          ? "The first admin is called “admin”; all others get a link from an admin."
          : "To sign in you need a link from an admin."}
      </p>
    </Card>
  );
}
