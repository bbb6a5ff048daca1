import type { Metadata } from "next";
import { connection } from "next/server";
import { About } from "@/components/about/about";
import { WinRateBins } from "@/components/controls/win-rate-in-hundred";
import { loadAboutData } from "@/lib/pages/about/about-data";
import { readWinRateBins } from "@/lib/serving/win-rate-bins";

export const metadata: Metadata = {
  title: "About",
  description: "How each router works, published against measured figures, and the data and licences behind them.",
};

export default async function AboutPage() {
  await connection();
  return (
    <>
      <h1 className="font-serif text-2xl leading-8 font-semibold">How it works, and how far to trust it</h1>
      <WinRateBins bins={await readWinRateBins()}>
        <About {...(await loadAboutData())} />
      </WinRateBins>
    </>
  );
}
