"use client";

/** What a visitor sees when a page fails: the cause is in the server's log under `digest`, never on the page. */
export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <section
      className="mx-auto max-w-prose rounded border border-line bg-surface p-6 text-text"
      aria-labelledby="error-title"
    >
      <h1 id="error-title" className="font-semibold text-xl">
        This page could not be shown
      </h1>
      <p className="mt-2 text-muted">
        Something failed on our side; what you typed was not the reason.
        {error.digest === undefined ? null : ` The server's log names it ${error.digest}.`}
      </p>
      <button className="mt-4 rounded border border-line-strong px-3 py-1.5" type="button" onClick={reset}>
        Try again
      </button>
    </section>
  );
}
