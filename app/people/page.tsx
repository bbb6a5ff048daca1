import type { Metadata } from "next";
import { connection } from "next/server";
import { People } from "@/components/access/people";
import { RoleNote } from "@/components/controls/visitor";
import { listAllPeople } from "@/lib/access/manage-people";
import { hasFirstAdmin } from "@/lib/access/page-visitor";
import { requireAccess } from "@/lib/http/allowed";

export const metadata: Metadata = { title: "People", robots: { index: false } };

export default async function PeoplePage() {
  await connection();
  const visitor = await requireAccess("page /people").catch(() => undefined);
  return (
    <>
      <h1 className="font-serif text-2xl leading-8 font-semibold">Who may do what</h1>
      <p className="mt-1 mb-3 max-w-[62rem] text-sm text-muted">
        A new role, a new link and a removal take effect at once, wherever somebody is signed in.
      </p>
      {visitor === undefined ? (
        <RoleNote needed="admin">let people in and change what they may do.</RoleNote>
      ) : (
        <People people={await listAllPeople()} hasFirstAdmin={hasFirstAdmin()} />
      )}
    </>
  );
}
