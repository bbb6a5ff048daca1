import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ROLES, type Role } from "@/lib/domain/role";
import type { ListedPerson } from "@/lib/schemas/web/person";

type PersonRowProps = {
  readonly person: ListedPerson;
  readonly onRole: (role: Role) => Promise<void>;
  readonly onRemove: () => Promise<void>;
  readonly onInvite: () => Promise<void>;
};

/** One person: who, as what, and what can be done about it; on a phone in two lines. */
export function PersonRow({ person, onRole, onRemove, onInvite }: PersonRowProps) {
  const { name, role, state, invitedUntil } = person;
  const [removing, setRemoving] = useState(false);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2">
      <span className="min-w-0 grow basis-full font-semibold [overflow-wrap:anywhere] sm:basis-40 sm:flex-1">
        {name} {state === "joined" ? null : <Badge>{state === "invited" ? "invited" : "link expired"}</Badge>}
        {invitedUntil === null ? null : (
          <span className="block text-xs font-normal text-muted">
            until {invitedUntil.slice(0, 16).replace("T", " ")} UTC
          </span>
        )}
      </span>
      <select
        aria-label={`Role of ${name}`}
        value={role}
        onChange={(event) => void onRole(event.currentTarget.value as Role)}
        className="h-8 rounded-sm border border-line-strong bg-surface px-1.5 text-sm"
      >
        {ROLES.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
      <span className="ml-auto flex flex-wrap justify-end sm:w-60">
        {removing ? (
          <>
            <Button onClick={() => void onRemove()}>Remove {name}</Button>
            <Button look="quiet" onClick={() => setRemoving(false)}>
              Keep
            </Button>
          </>
        ) : (
          <>
            <Button look="quiet" aria-label={`New link for ${name}`} onClick={() => void onInvite()}>
              New link
            </Button>
            <Button look="quiet" aria-label={`Remove ${name}…`} onClick={() => setRemoving(true)}>
              Remove…
            </Button>
          </>
        )}
      </span>
    </li>
  );
}
