import { createParser, throttle } from "nuqs/server";
import { isRouterId, type RouterId } from "@/lib/domain/router-id";

/** Target share of strong calls where the URL names none. */
const DEFAULT_SHARE = 0.5;

/** The router that is looked at where the URL names none. */
export const DEFAULT_ROUTER: RouterId = "mf";

/** The browser allows about 50 address changes in 10 s (Safari); a drag must not run into that. */
const URL_UPDATE_MS = 250;

/** @returns the share in [0, 1] that the text names as a plain decimal, else null (the default is then used). */
export function parseShare(text: string): number | null {
  if (!/^(\d+(\.\d*)?|\.\d+)$/.test(text)) return null;
  const share = Number(text);
  return share <= 1 ? share : null;
}

/** `?share=0.3`: the target share of strong calls; the default is omitted. Shared by all pages. */
export const shareParser = createParser({
  parse: parseShare,
  serialize: (share: number) => String(Number(share.toFixed(4))),
})
  .withDefault(DEFAULT_SHARE)
  .withOptions({ limitUrlUpdates: throttle(URL_UPDATE_MS), clearOnDefault: true });

/**
 * `?router=mf`; an unknown id falls back to the default. Shared by all pages, whose defaults differ: a chosen router stays
 * in the URL even where it is this page's default, or it would turn into another one on the next page.
 */
export const routerParser = createParser({
  parse: (text: string): RouterId | null => (isRouterId(text) ? text : null),
  serialize: (id: RouterId) => id,
})
  .withDefault(DEFAULT_ROUTER)
  .withOptions({ clearOnDefault: false });
