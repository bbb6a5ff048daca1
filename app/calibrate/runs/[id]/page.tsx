import type { Metadata } from "next";
import { connection } from "next/server";
import { Suspense } from "react";
import { Run } from "@/components/calibrate/run";
import { WinRateBins } from "@/components/controls/win-rate-in-hundred";
import { readServedIdentity } from "@/lib/serving/served-identity";
import { readServedPrices } from "@/lib/serving/served-prices";
import { readWinRateBins } from "@/lib/serving/win-rate-bins";

export const metadata: Metadata = { title: "Scoring run", robots: { index: false } };

type Params = { readonly params: Promise<{ readonly id: string }> };

export default async function RunPage({ params }: Params) {
  await connection();
  return (
    <>
      <h1 className="mb-3 font-serif text-2xl leading-8 font-semibold">The α for your traffic</h1>
      <WinRateBins bins={await readWinRateBins()}>
        <Suspense>
          <Run id={(await params).id} artifacts={(await readServedIdentity()).artifacts} served={readServedPrices()} />
        </Suspense>
      </WinRateBins>
    </>
  );
}
