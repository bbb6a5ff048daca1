"use client";

import { useState } from "react";
import { tell } from "@/components/controls/ask-server";
import { TextField } from "@/components/ui/text-field";
import { AccessForm } from "./access-form";
import { NewPasswordField } from "./new-password-field";
import { useSubmit } from "./use-submit";

/** Changes one's own password. @param name for password managers, which keep it with the password. */
export function PasswordForm({ name }: { readonly name: string }) {
  const [changes, setChanges] = useState(0);
  const { busy, refusal, onSubmit } = useSubmit(async (data) => {
    const body = { password: data.get("password"), newPassword: data.get("newPassword") };
    await tell("/session", { method: "PATCH", body });
    setChanges((before) => before + 1);
  });
  return (
    <>
      {/* A new form after each change: it holds no password any more. */}
      <AccessForm key={changes} {...{ busy, refusal, onSubmit }} action="Change it" busyAction="Changing…">
        <input type="hidden" name="username" autoComplete="username" value={name} readOnly />
        <TextField
          label="Present password"
          name="password"
          type="password"
          required
          maxLength={1000}
          autoComplete="current-password"
        />
        <NewPasswordField name="newPassword" note=". Signs you out everywhere but here." />
      </AccessForm>
      <p role="status" className="mt-3 text-sm empty:hidden">
        {changes === 0 || busy || refusal !== undefined ? "" : "Your password is changed."}
      </p>
    </>
  );
}
