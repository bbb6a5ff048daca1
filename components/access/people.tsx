"use client";

import { useState } from "react";
import { ask, sentenceOf, tell } from "@/components/controls/ask-server";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { Cell, ColumnHead, RowHead, Table } from "@/components/ui/table";
import { ROLES, type Role } from "@/lib/domain/role";
import { invitedPersonSchema, type ListedPerson, listedPersonSchema } from "@/lib/schemas/person";
import { InvitationLink } from "./invitation-link";
import { InviteForm } from "./invite-form";
import { ROLE_WORDS } from "./role-words";

const PATH = "/people/entries";

/** Everybody who is let in, and what admins do about them. */
export function People({ people: first }: { readonly people: readonly ListedPerson[] }) {
  const [people, setPeople] = useState(first);
  const [refusal, setRefusal] = useState<string>();
  const [link, setLink] = useState<{ readonly name: string; readonly token: string }>();
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setRefusal(undefined);
    try {
      await work();
      setPeople(await ask(PATH, { schema: listedPersonSchema.array() }));
    } catch (error) {
      setRefusal(sentenceOf(error));
    }
  };
  const invite = (path: string, body?: object) => async () => {
    const { name, token } = await ask(path, { schema: invitedPersonSchema, method: "POST", body });
    setLink({ name, token });
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <Card title="Invite somebody">
        <InviteForm onInvite={(person) => attempt(invite(PATH, person))} />
        {link === undefined ? null : <InvitationLink {...link} />}
      </Card>
      <Card title="People" aside={`${people.length + 1} with the first admin`}>
        {refusal === undefined ? null : <Notice kind="error">{refusal}</Notice>}
        <Table
          caption="People who may sign in"
          captionHidden
          head={
            <tr>
              <ColumnHead>Name</ColumnHead>
              <ColumnHead>Role</ColumnHead>
              <ColumnHead>
                <span className="sr-only">Actions</span>
              </ColumnHead>
            </tr>
          }
        >
          <tr>
            <RowHead>admin</RowHead>
            <Cell>admin</Cell>
            <Cell className="text-right text-xs text-muted">password: ROUTELLM_PASSWORD</Cell>
          </tr>
          {people.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              onRole={(role) => attempt(() => tell(`${PATH}/${person.id}`, { method: "PATCH", body: { role } }))}
              onRemove={() => attempt(() => tell(`${PATH}/${person.id}`, { method: "DELETE" }))}
              onInvite={() => attempt(invite(`${PATH}/${person.id}/invitation`))}
            />
          ))}
        </Table>
        <dl className="mt-3 grid gap-1 text-xs text-muted">
          {ROLES.map((role) => (
            <div key={role} className="flex gap-1.5">
              <dt className="font-semibold">{role}</dt>
              <dd>{ROLE_WORDS[role]}</dd>
            </div>
          ))}
        </dl>
      </Card>
    </div>
  );
}

type PersonRowProps = {
  readonly person: ListedPerson;
  readonly onRole: (role: Role) => Promise<void>;
  readonly onRemove: () => Promise<void>;
  readonly onInvite: () => Promise<void>;
};

function PersonRow({ person, onRole, onRemove, onInvite }: PersonRowProps) {
  const { name, role, state, invitedUntil } = person;
  const [removing, setRemoving] = useState(false);
  return (
    <tr>
      <RowHead className="[overflow-wrap:anywhere]">
        {name} {state === "joined" ? null : <Badge>{state === "invited" ? "invited" : "link expired"}</Badge>}
        {invitedUntil === null ? null : (
          <span className="block text-xs font-normal text-muted">
            until {invitedUntil.slice(0, 16).replace("T", " ")} UTC
          </span>
        )}
      </RowHead>
      <Cell>
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
      </Cell>
      <Cell>
        <span className="flex flex-wrap justify-end">
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
      </Cell>
    </tr>
  );
}
