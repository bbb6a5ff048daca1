import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { createKeptPages, isPlainVisit, type PageState } from "./page-cache";

const running: Server[] = [];
afterEach(() => {
  for (const server of running.splice(0)) server.close().closeAllConnections();
});

type Page = (nonce: string, to: ServerResponse, incoming: IncomingMessage) => void | Promise<void>;

/** In three pieces, as Next streams it. */
const page: Page = (nonce, to) => {
  to.setHeader("Content-Type", "text/html; charset=utf-8");
  to.setHeader("Link", `</font.woff2>; rel=preload; nonce="${nonce}"`);
  to.write(`<script nonce="${nonce}">`);
  to.write(Buffer.from(`push("\\"nonce\\":\\"${nonce}\\"")`));
  to.end("</script>ä");
};

/** Serves every address as `rendering` says, and counts how often it is asked. */
async function serve({ state, rendering = page }: { readonly state: PageState; readonly rendering?: Page }) {
  const pages = createKeptPages(state);
  let nonces = 0;
  let rendered = 0;
  const server = createServer((incoming, outgoing) => {
    nonces += 1;
    const nonce = `nonce-number-${nonces}`;
    outgoing.setHeader("Content-Security-Policy", nonce);
    void pages.answer({
      ...{ incoming, outgoing, nonce },
      render: async (to) => {
        rendered += 1;
        await rendering(nonce, to, incoming);
      },
    });
  });
  running.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const visit = async (headers: Record<string, string> = {}, path = "/") => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers });
    return { response, body: await response.text(), nonce: response.headers.get("content-security-policy") ?? "" };
  };
  return { visit, rendered: () => rendered };
}

const expected = (nonce: string) => `<script nonce="${nonce}">push("\\"nonce\\":\\"${nonce}\\"")</script>ä`;

it("renders a page once, and gives each answer a nonce of its own wherever one stands", async () => {
  const { visit, rendered } = await serve({ state: async () => "same" });
  const visits = [await visit(), await visit(), await visit({ "accept-encoding": "identity" })];
  for (const { body, nonce, response } of visits) {
    expect(body).toBe(expected(nonce));
    expect(response.headers.get("link")).toContain(`"${nonce}"`);
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
  }
  expect(new Set(visits.map(({ nonce }) => nonce)).size).toBe(3);
  expect(rendered()).toBe(1);
});

it("compresses as the client takes it", async () => {
  const { visit } = await serve({ state: async () => "same" });
  for (const [accepted, encoding] of [
    ["gzip, br", "br"],
    ["gzip, deflate", "gzip"],
    ["br;q=0, gzip;q=0.5", "gzip"],
    ["identity", null],
  ] as const) {
    const { response, body, nonce } = await visit({ "accept-encoding": accepted });
    expect([response.headers.get("content-encoding"), body]).toEqual([encoding, expected(nonce)]);
    expect(response.headers.get("vary")).toContain("Accept-Encoding");
  }
});

it("never gives the page of one state to another, nor keeps one of somebody who has none", async () => {
  let state: string | undefined = "viewer";
  const { visit, rendered } = await serve({
    state: async () => state,
    rendering: (_nonce, to) => {
      to.setHeader("Content-Type", "text/html");
      to.end(`for ${state}`);
    },
  });
  const bodies: string[] = [];
  for (const next of ["viewer", "admin", undefined, undefined, "viewer", "admin"]) {
    state = next;
    bodies.push((await visit()).body);
  }
  expect(bodies).toEqual(["for viewer", "for admin", "for undefined", "for undefined", "for viewer", "for admin"]);
  expect(rendered()).toBe(4);
});

it("keeps pages by address", async () => {
  const { visit } = await serve({
    state: async () => "same",
    rendering: (_nonce, to, { url }) => {
      to.setHeader("Content-Type", "text/html");
      to.end(url);
    },
  });
  expect([(await visit({}, "/a")).body, (await visit({}, "/b")).body, (await visit({}, "/a")).body]).toEqual([
    "/a",
    "/b",
    "/a",
  ]);
});

it("does not keep what changed while it was rendered", async () => {
  let state = "before";
  const { visit, rendered } = await serve({
    state: async () => state,
    rendering: (nonce, to, incoming) => {
      state = "after";
      return page(nonce, to, incoming);
    },
  });
  await visit();
  state = "before";
  await visit();
  expect(rendered()).toBe(2);
});

it("keeps no failure, no cookie and nothing but pages", async () => {
  for (const spoil of [
    (to: ServerResponse) => to.writeHead(500, { "Content-Type": "text/html" }),
    (to: ServerResponse) => to.setHeader("Set-Cookie", "a=b").setHeader("Content-Type", "text/html"),
    (to: ServerResponse) => to.setHeader("Content-Type", "application/json"),
  ]) {
    const { visit, rendered } = await serve({
      state: async () => "same",
      rendering: (_nonce, to) => {
        spoil(to);
        to.end("body");
      },
    });
    expect([(await visit()).body, (await visit()).body, rendered()]).toEqual(["body", "body", 2]);
  }
});

it("is for visits to a plain address: parts of pages, queries and other methods are Next's alone", () => {
  const visit = (over: Partial<Pick<IncomingMessage, "method" | "url" | "headers">>) =>
    isPlainVisit({ method: "GET", url: "/", headers: {}, ...over } as IncomingMessage);
  expect(visit({ headers: { cookie: "a=b", "accept-encoding": "br" } })).toBe(true);
  expect(visit({ method: "HEAD" })).toBe(false);
  expect(visit({ method: "POST" })).toBe(false);
  expect(visit({ url: "/?prompt=secret" })).toBe(false);
  expect(visit({ headers: { rsc: "1" } })).toBe(false);
  expect(visit({ headers: { "next-router-prefetch": "1" } })).toBe(false);
  expect(visit({ headers: { range: "bytes=0-1" } })).toBe(false);
});
