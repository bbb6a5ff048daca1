"use client";

import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { createSerializer, parseAsString } from "nuqs";
import { classNames } from "@/components/ui/class-names";

const PAGES = [
  { path: "/", label: "Playground" },
  { path: "/explore", label: "Explore" },
  { path: "/calibrate", label: "Calibrate" },
  { path: "/chat", label: "Chat" },
  { path: "/about", label: "About" },
] as const;

/** What a link to another page takes along. Kept as text: the page that reads it judges it. */
const withCarried = createSerializer({ share: parseAsString, router: parseAsString, prompt: parseAsString });

type Carried = { readonly share: string | null; readonly router: string | null; readonly prompt: string | null };

/** What a page without a query passes on. */
export const NO_SHARED_STATE: Carried = { share: null, router: null, prompt: null };

/** The links themselves, for the static shell that knows no query yet. */
export function SiteNavLinks({ carried }: { readonly carried: Carried }) {
  const current = usePathname();
  // A page under another one, such as a run, belongs to it.
  const isOpen = (path: string): boolean => current === path || (path !== "/" && current.startsWith(`${path}/`));
  return (
    <nav aria-label="Pages">
      <ul className="-mx-1.5 flex flex-wrap sm:mx-0 sm:gap-x-1">
        {PAGES.map(({ path, label }) => (
          <li key={path}>
            <Link
              href={withCarried(path, carried)}
              prefetch={false}
              aria-current={isOpen(path) ? "page" : undefined}
              className={classNames(
                "flex min-h-11 items-center border-b-3 px-1.5 text-sm sm:px-2",
                isOpen(path) ? "border-accent font-semibold" : "border-transparent text-muted hover:text-text",
              )}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Links to the pages; the target share, the router and the prompt travel along, so that coming back restores them. */
export function SiteNav() {
  const query = useSearchParams();
  return (
    <SiteNavLinks carried={{ share: query.get("share"), router: query.get("router"), prompt: query.get("prompt") }} />
  );
}
