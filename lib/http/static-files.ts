import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join, sep } from "node:path";
import { acceptedEncoding } from "./accepted-encoding";
import { SECURITY_HEADERS } from "./security-headers";

/** Sends scripts and style sheets of the build as it compressed them (scripts/compress-static.ts). */
export type StaticFiles = {
  /** @returns undefined where the request is for something else, or takes no brotli: then Next answers. */
  find(incoming: IncomingMessage): ((outgoing: ServerResponse) => Promise<void>) | undefined;
};

const TYPES: Readonly<Record<string, string>> = {
  js: "application/javascript; charset=UTF-8",
  css: "text/css; charset=UTF-8",
};

/**
 * @param folder of the build, `.next/static`; the files that are there now, and no others.
 */
export function createStaticFiles(folder: string): StaticFiles {
  const contents = new Map<string, Promise<Buffer>>();
  const paths = new Map(
    listCompressed(folder).map((name) => [
      `/_next/static/${name.slice(0, -".br".length).split(sep).join("/")}`,
      join(folder, name),
    ]),
  );
  const read = (path: string): Promise<Buffer> => {
    const content = contents.get(path) ?? readFile(path);
    contents.set(path, content);
    content.catch(() => contents.delete(path));
    return content;
  };
  return {
    find({ method, url = "", headers }) {
      const path = paths.get(url);
      const isWanted = method === "GET" && headers.range === undefined && headers["if-none-match"] === undefined;
      if (path === undefined || !isWanted || acceptedEncoding(headers["accept-encoding"]) !== "br") return undefined;
      return async (outgoing) => {
        const content = await read(path);
        outgoing.writeHead(200, {
          ...SECURITY_HEADERS,
          "Content-Type": TYPES[url.split(".").at(-1) ?? ""] ?? "application/octet-stream",
          "Content-Encoding": "br",
          "Content-Length": content.byteLength,
          "Cache-Control": "public, max-age=31536000, immutable",
          Vary: "Accept-Encoding",
        });
        outgoing.end(content);
      };
    },
  };
}

/** None where nothing was compressed, as in `next dev`. */
function listCompressed(folder: string): string[] {
  try {
    return readdirSync(/* turbopackIgnore: true */ folder, { recursive: true, encoding: "utf8" }).filter((name) =>
      /\.(js|css)\.br$/.test(name),
    );
  } catch {
    return [];
  }
}
