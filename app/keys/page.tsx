import type { Metadata } from "next";
import { connection } from "next/server";
import { RoleNote } from "@/components/controls/visitor";
import { Keys } from "@/components/keys/keys";
import { keysAreNeeded } from "@/lib/access/listening";
import { requireAccess } from "@/lib/http/allowed";

export const metadata: Metadata = {
  title: "API keys",
  description: "Make, limit, rotate and revoke the keys of /v1, and see what each has spent this month.",
};

export default async function KeysPage() {
  await connection();
  const admin = await requireAccess("page /keys").catch(() => undefined);
  return (
    <>
      <h1 className="font-serif text-2xl leading-8 font-semibold">API keys</h1>
      <p className="mt-1 mb-3 max-w-[62rem] text-sm text-muted text-pretty">
        Programs send a key with each request to /v1. A budget is never passed: the most that a call may cost is set
        aside before it is made.
      </p>
      {admin === undefined ? (
        <RoleNote needed="admin">make keys and limit them.</RoleNote>
      ) : (
        <Keys needed={keysAreNeeded()} />
      )}
    </>
  );
}
