"use client";

import { useState } from "react";
import { ask, sentenceOf, tell } from "@/components/controls/ask-server";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { ROLES } from "@/lib/domain/role";
import { invitedPersonSchema, type ListedPerson, listedPersonSchema } from "@/lib/schemas/web/person";
import { InvitationLink } from "./invitation-link";
import { InviteForm } from "./invite-form";
import { PersonRow } from "./person-row";
import { ROLE_WORDS } from "./role-words";

const PATH = "/people/entries";

type PeopleProps = {
  readonly people: readonly ListedPerson[];
  /** Whether ROUTELLM_PASSWORD signs in “admin”. */
  readonly hasFirstAdmin: boolean;
};

/** Everybody who is let in, and what admins do about them. */
export function People({ people: first, hasFirstAdmin }: PeopleProps) {
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
        <InviteForm key={link?.token} onInvite={(person) => attempt(invite(PATH, person))} />
        {link === undefined ? null : <InvitationLink {...link} />}
      </Card>
      <Card title="People" aside={people.length + 1}>
        {refusal === undefined ? null : <Notice kind="error">{refusal}</Notice>}
        <ul aria-label="People who may sign in" className="border-t border-line-strong text-sm">
          <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2.5">
            <span className="flex-1 basis-40 font-semibold">{hasFirstAdmin ? "admin" : "This machine"}</span>
            <span>admin</span>
            <span className="text-xs text-muted sm:w-60 sm:text-right">
              {hasFirstAdmin ? "password: ROUTELLM_PASSWORD" : "the browser on the server’s own machine"}
            </span>
          </li>
          {people.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              onRole={(role) => attempt(() => tell(`${PATH}/${person.id}`, { method: "PATCH", body: { role } }))}
              onRemove={() => attempt(() => tell(`${PATH}/${person.id}`, { method: "DELETE" }))}
              onInvite={() => attempt(invite(`${PATH}/${person.id}/invitation`))}
            />
          ))}
        </ul>
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
