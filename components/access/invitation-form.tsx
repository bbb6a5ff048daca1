"use client";

import { tell } from "@/components/controls/ask-server";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { useSubmit } from "./use-submit";

/** Takes an invitation: its token stands behind the # of the address, which no log and no other site gets to see. */
export function InvitationForm() {
  const { busy, refusal, onSubmit } = useSubmit(async (data) => {
    const token = window.location.hash.slice(1);
    await tell("/session/invitation", { method: "POST", body: { token, password: data.get("password") } });
    window.location.replace("/");
  });
  return (
    <Card title="Choose a password" className="mx-auto max-w-[26rem]">
      <p className="mb-3 text-sm text-muted text-pretty">
        You have been invited to this RouteLLM Explorer. The link works once; from then on you sign in with the name
        that your admin gave you, and this password.
      </p>
      <form className="grid gap-3" onSubmit={onSubmit}>
        <TextField
          label="New password"
          name="password"
          type="password"
          required
          minLength={10}
          maxLength={1000}
          autoComplete="new-password"
          note="At least 10 characters; some unrelated words are easy to remember."
        />
        {refusal === undefined ? null : <Notice kind="error">{refusal}</Notice>}
        <Button type="submit" look="solid" disabled={busy} className="min-h-10">
          {busy ? "Signing in…" : "Set it and sign in"}
        </Button>
      </form>
    </Card>
  );
}
