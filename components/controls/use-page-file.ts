"use client";

import { use } from "react";
import { preload } from "react-dom";
import { keptPageFiles, pageFilePath } from "@/lib/view/shared/page-file";
import { refusalOf, unreachable } from "./ask-server";

const TRIES = 3;
const PAUSE_MS = 500;

async function fetchText(path: string, triesLeft = TRIES): Promise<string> {
  const response = await fetch(path).catch(() => undefined);
  if (response?.ok === true) return response.text();
  // What was refused is refused again.
  if (response !== undefined && response.status < 500) {
    throw new Error(await refusalOf(() => response.json(), response.status));
  }
  if (triesLeft <= 1) throw unreachable();
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  return fetchText(path, triesLeft - 1);
}

/** Files of one kind, and what was read from them: one promise a file, as `use` wants it. */
export type PageFiles<Content> = {
  readonly parse: (text: string) => Content;
  readonly loaded: Map<string, Promise<Content>>;
  /** By the file as the server keeps it. */
  readonly kept: WeakMap<object, Content>;
};

export const pageFiles = <Content>(parse: (text: string) => Content): PageFiles<Content> => ({
  parse,
  loaded: new Map(),
  kept: new WeakMap(),
});

/**
 * What the file of a digest says: in a browser it is loaded once, and kept by it for good. While it loads, the component
 * is suspended, and React leaves what the server rendered as it is: there is no Suspense around it, or React would send
 * a large page's content after its first paint.
 */
export function usePageFile<Content>({ parse, loaded, kept }: PageFiles<Content>, digest: string): Content {
  const path = pageFilePath(digest);
  if (typeof window === "undefined") {
    // Loads beside the scripts; asked for as the fetch is, or it would be loaded twice.
    preload(path, { as: "fetch", crossOrigin: "anonymous" });
    const file = keptPageFiles().get(digest);
    if (file === undefined) throw new Error(`There is no page file ${digest}.`);
    const content = kept.get(file) ?? parse(file.text);
    kept.set(file, content);
    return content;
  }
  const file = loaded.get(path) ?? fetchText(path).then(parse);
  loaded.set(path, file);
  return use(file);
}
