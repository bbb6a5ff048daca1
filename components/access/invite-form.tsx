"use client";

import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { ROLES, type Role } from "@/lib/domain/role";
import { useSubmit } from "./use-submit";

type InviteFormProps = { readonly onInvite: (person: { name: string; role: Role }) => Promise<void> };

/** Who comes, and as what. */
export function InviteForm({ onInvite }: InviteFormProps) {
  const { busy, onSubmit } = useSubmit((data) => {
    const role = ROLES.find((one) => one === data.get("role")) ?? "member";
    return onInvite({ name: String(data.get("name") ?? ""), role });
  });
  return (
    <form className="flex flex-wrap items-end gap-3" onSubmit={onSubmit}>
      <TextField
        label="Name to sign in with"
        name="name"
        required
        maxLength={80}
        autoComplete="off"
        className="min-w-0 grow basis-44"
      />
      <label className="text-[0.8125rem] font-medium">
        <span className="mb-1 block">Role</span>
        <select
          name="role"
          defaultValue="member"
          className="h-10 rounded-sm border border-line-strong bg-bg px-2 text-[0.9375rem] font-normal"
        >
          {ROLES.map((role) => (
            <option key={role}>{role}</option>
          ))}
        </select>
      </label>
      <Button type="submit" look="solid" disabled={busy} className="min-h-10">
        Make a link
      </Button>
    </form>
  );
}
