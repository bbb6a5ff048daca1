import type { Metadata } from "next";
import { Calibrate } from "@/components/calibrate/calibrate";
import { readMeasuredSpeeds } from "@/lib/runtime/measured-speeds";

export const metadata: Metadata = {
  title: "Calibrate",
  description: "Bring prompts of your own traffic; get the α for a share or a budget, and how far to trust it.",
};

export default async function CalibratePage() {
  return (
    <>
      <h1 className="font-serif text-2xl leading-8 font-semibold">Which α for your traffic?</h1>
      <p className="mt-1 mb-3 text-sm text-muted">
        Bring prompts as your users write them. Every router scores them here, and you choose the share or the budget.
      </p>
      <Calibrate speeds={await readMeasuredSpeeds()} />
    </>
  );
}
