import type { Metadata } from "next";
import Link from "next/link";

export const metadata: Metadata = { title: "Page not found" };

export default function NotFound() {
  return (
    <section className="mx-auto max-w-prose rounded border border-line bg-surface p-6 text-text">
      <h1 className="font-semibold text-xl">There is no page here</h1>
      <p className="mt-2 text-muted">The address may be mistyped, or the page has moved.</p>
      <p className="mt-4 flex gap-4">
        <Link className="underline underline-offset-4" href="/">
          Score a prompt
        </Link>
        <Link className="underline underline-offset-4" href="/explore">
          Explore thresholds
        </Link>
      </p>
    </section>
  );
}
