"use client";

import "./globals.css";

/** Stands in for the whole document when the layout itself fails. */
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body className="bg-bg p-6 text-text">
        <title>RouteLLM Explorer: error</title>
        <main className="mx-auto max-w-prose rounded border border-line bg-surface p-6">
          <h1 className="font-semibold text-xl">The explorer could not be shown</h1>
          <p className="mt-2 text-muted">
            Something failed on our side.
            {error.digest === undefined ? null : ` The server's log names it ${error.digest}.`}
          </p>
          <button className="mt-4 rounded border border-line-strong px-3 py-1.5" type="button" onClick={reset}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
