import { Suspense } from "react";
import { AccountLinks } from "./account-links";
import { NO_SHARED_STATE, SiteNav, SiteNavLinks } from "./site-nav";

/** Name and pages; its first link jumps over both. */
export function SiteHeader() {
  return (
    <header className="border-b border-line bg-surface">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-accent focus:px-3 focus:py-2 focus:text-on-accent"
      >
        Skip to content
      </a>
      <div className="mx-auto flex w-full max-w-[84rem] flex-wrap items-center gap-x-6 px-3 sm:px-5">
        <p className="font-serif py-2 text-lg leading-7 font-semibold sm:whitespace-nowrap">RouteLLM Explorer</p>
        <Suspense fallback={<SiteNavLinks carried={NO_SHARED_STATE} />}>
          <SiteNav />
        </Suspense>
        <AccountLinks />
      </div>
    </header>
  );
}
