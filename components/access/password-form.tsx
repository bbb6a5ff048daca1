"use client";

import { useState } from "react";
import { tell } from "@/components/controls/ask-server";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
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
      <form key={changes} className="grid gap-3" onSubmit={onSubmit}>
        <input type="hidden" name="username" autoComplete="username" value={name} readOnly />
        <TextField
          label="Present password"
          name="password"
          type="password"
          required
          maxLength={1000}
          autoComplete="current-password"
        />
        <TextField
          label="New password"
          name="newPassword"
          type="password"
          required
          minLength={10}
          maxLength={1000}
          autoComplete="new-password"
          note="At least 10 characters. Signs you out everywhere but here."
        />
        {refusal === undefined ? null : <Notice kind="error">{refusal}</Notice>}
        <Button type="submit" look="solid" disabled={busy} className="min-h-10">
          {busy ? "Changing…" : "Change it"}
        </Button>
      </form>
      <p role="status" className="mt-3 text-sm empty:hidden">
        {changes === 0 || busy || refusal !== undefined ? "" : "Your password is changed."}
      </p>
    </>
  );
}
