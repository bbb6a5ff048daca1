"use client";

import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { createSerializer, parseAsString } from "nuqs";
import { classNames } from "@/components/ui/class-names";

const PAGES = [
  { path: "/", label: "Playground" },
  { path: "/explore", label: "Explore" },
] as const;

/** What a link to another page takes along. Kept as text: the page that reads it judges it. */
const withCarried = createSerializer({ share: parseAsString, router: parseAsString });

type SiteNavLinksProps = { readonly share: string | null; readonly router: string | null };

/** The links themselves, for the static shell that knows no query yet. */
export function SiteNavLinks({ share, router }: SiteNavLinksProps) {
  const current = usePathname();
  return (
    <nav aria-label="Pages">
      <ul className="flex gap-1">
        {PAGES.map(({ path, label }) => (
          <li key={path}>
            <Link
              href={withCarried(path, { share, router })}
              aria-current={current === path ? "page" : undefined}
              className={classNames(
                "flex h-11 items-center border-b-3 px-2 text-sm",
                current === path ? "border-accent font-semibold" : "border-transparent text-muted hover:text-text",
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

/** Links to the pages; the target share and the router travel along. */
export function SiteNav() {
  const query = useSearchParams();
  return <SiteNavLinks share={query.get("share")} router={query.get("router")} />;
}
