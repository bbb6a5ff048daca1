import type { Metadata } from "next";
import { connection } from "next/server";
import { Keys } from "@/components/keys/keys";
import { Notice } from "@/components/ui/notice";
import { RoutingError } from "@/lib/domain/routing-error";
import { requireRole } from "@/lib/server/visitor";

export const metadata: Metadata = {
  title: "API keys",
  description: "Make, limit, rotate and revoke the keys of /v1, and see what each has spent this month.",
};

/** @returns the sentence for those who may not see the page. */
async function refusal(): Promise<string | undefined> {
  try {
    await requireRole("admin");
    return undefined;
  } catch (error) {
    if (error instanceof RoutingError) return error.message;
    throw error;
  }
}

export default async function KeysPage() {
  await connection();
  const refused = await refusal();
  return (
    <>
      <h1 className="font-serif text-2xl leading-8 font-semibold">API keys</h1>
      <p className="mt-1 mb-3 max-w-[62rem] text-sm text-muted text-pretty">
        Programs send a key with each request to /v1. A budget is never passed: the most that a call may cost is set
        aside before it is made.
      </p>
      {refused === undefined ? <Keys /> : <Notice kind="error">{refused}</Notice>}
    </>
  );
}
