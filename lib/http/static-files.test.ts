import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createStaticFiles } from "./static-files";

const root = mkdtempSync(join(tmpdir(), "static-files-"));
let server: Server;
let url = "";

beforeAll(async () => {
  mkdirSync(join(root, "static/chunks"), { recursive: true });
  for (const name of ["static/chunks/a.js", "static/b.css", "outside.js"]) {
    writeFileSync(join(root, `${name}.br`), brotliCompressSync(`content of ${name}`));
  }
  writeFileSync(join(root, "static/plain.js"), "not compressed");
  const files = createStaticFiles(join(root, "static"));
  server = createServer((incoming, outgoing) => {
    const send = files.find(incoming);
    if (send === undefined) outgoing.writeHead(404).end("Next");
    else void send(outgoing);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close().closeAllConnections();
  rmSync(root, { recursive: true, force: true });
});

it("sends the compressed copy for good, with the headers of every answer", async () => {
  for (const [path, type, content] of [
    ["/_next/static/chunks/a.js", "application/javascript; charset=UTF-8", "content of static/chunks/a.js"],
    ["/_next/static/b.css", "text/css; charset=UTF-8", "content of static/b.css"],
  ] as const) {
    const response = await fetch(`${url}${path}`, { headers: { "accept-encoding": "gzip, br" } });
    expect([response.status, await response.text()]).toEqual([200, content]);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": type,
      "content-encoding": "br",
      "cache-control": "public, max-age=31536000, immutable",
      vary: "Accept-Encoding",
      "x-content-type-options": "nosniff",
    });
  }
});

it("leaves to Next what was not compressed, clients without brotli, and every other request", () => {
  const files = createStaticFiles(join(root, "static"));
  const find = (over: Partial<Pick<IncomingMessage, "method" | "url" | "headers">>) =>
    files.find({
      ...{ method: "GET", url: "/_next/static/b.css", headers: { "accept-encoding": "br" }, ...over },
    } as IncomingMessage);
  expect(find({})).toBeDefined();
  expect(find({ headers: { "accept-encoding": "gzip" } })).toBeUndefined();
  expect(find({ headers: {} })).toBeUndefined();
  expect(find({ method: "HEAD" })).toBeUndefined();
  for (const path of [
    "/_next/static/plain.js",
    "/_next/static/../outside.js",
    "/_next/static/%2e%2e/outside.js",
    "/",
  ]) {
    expect(find({ url: path })).toBeUndefined();
  }
});

it("has no files where nothing was built", () => {
  const files = createStaticFiles(join(root, "nowhere"));
  expect(files.find({ method: "GET", url: "/_next/static/b.css", headers: {} } as IncomingMessage)).toBeUndefined();
});
