/** Where pages load a file from: its digest is its name, so that it never changes. */
export const pageFilePath = (digest: string): string => `/page-files/${digest}`;

/** A file as the server keeps it. */
type KeptFile = {
  readonly text: string;
};

const KEY = Symbol.for("routellm.page-files");

/**
 * Files that this server's pages may name, by digest; none in a browser. Pages are rendered in another copy of this
 * module than they are loaded in, so they belong to the process.
 */
export function keptPageFiles(): Map<string, KeptFile> {
  const shared: typeof globalThis & { [KEY]?: Map<string, KeptFile> } = globalThis;
  shared[KEY] ??= new Map();
  return shared[KEY];
}
