import type { Metadata } from "next";
import { connection } from "next/server";
import { Suspense } from "react";
import { Run } from "@/components/calibrate/run";
import { readServedIdentity } from "@/lib/server/served-identity";

export const metadata: Metadata = { title: "Scoring run", robots: { index: false } };

type Params = { readonly params: Promise<{ readonly id: string }> };

export default async function RunPage({ params }: Params) {
  await connection();
  return (
    <>
      <h1 className="mb-3 font-serif text-2xl leading-8 font-semibold">The α for your traffic</h1>
      <Suspense>
        <Run id={(await params).id} artifacts={(await readServedIdentity()).artifacts} />
      </Suspense>
    </>
  );
}
