import type { Metadata } from "next";
import { connection } from "next/server";
import { Suspense } from "react";
import { Explorer } from "@/components/explore/explorer";
import { ExplorerSkeleton } from "@/components/explore/explorer-skeleton";
import { loadExplorerData } from "@/lib/pages/explore/explorer-data";

export const metadata: Metadata = {
  title: "Explore",
  description: "What a share of strong calls buys: measured curves of every router, and one slider over them.",
};

export default async function ExplorePage() {
  await connection();
  return (
    <>
      <h1 className="font-serif text-2xl leading-8 font-semibold">What does a strong call buy?</h1>
      <p className="mt-1 mb-2 text-sm text-muted">
        Both models answered every question. Choose how many go to the strong one, and read what each router makes of
        it.
      </p>
      <Suspense fallback={<ExplorerSkeleton />}>
        <Explorer data={await loadExplorerData()} />
      </Suspense>
    </>
  );
}
