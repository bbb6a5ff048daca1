"use client";

import { tell } from "@/components/controls/ask-server";
import { Card } from "@/components/ui/card";
import { AccessForm } from "./access-form";
import { NewPasswordField } from "./new-password-field";
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
      <AccessForm {...{ busy, refusal, onSubmit }} action="Set it and sign in" busyAction="Signing in…">
        <NewPasswordField name="password" note="; some unrelated words are easy to remember." />
      </AccessForm>
    </Card>
  );
}
