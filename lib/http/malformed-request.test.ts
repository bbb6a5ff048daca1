import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveRoutes, type TestServer } from "@/lib/test/endpoint-server";
import { jsonAnswer } from "./exchange";

let served: TestServer;
beforeAll(async () => {
  served = await serveRoutes({ "POST /v1/chat/completions": async () => jsonAnswer({}) });
});
afterAll(() => served.stop());

/** Sends a request line as it stands, which clients would not. */
const send = (line: string): Promise<string> =>
  exchange(`${line} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);

async function exchange(text: string): Promise<string> {
  const { hostname, port } = new URL(served.url);
  const socket = connect(Number(port), hostname);
  socket.write(text);
  let heard = "";
  for await (const part of socket) heard += part;
  return heard;
}

describe("what no page can answer", () => {
  it.each([
    "GET /%",
    "GET /chat/%zz",
    "GET /_next/static/%E0%A4%A",
    "POST /calibrate/uploads/%ff",
    "DELETE /calibrate/saved/%c0%80",
    "GET /%00",
    "GET /artifacts/%00",
    "GET /%0a",
    "GET /chat%0d%0aX-Injected:%201",
    "GET /benchmarks/%1b%5B2J",
    "GET /about%7f",
    "GET /%C2%85",
    "GET /%2e%2e",
    "GET /../etc/passwd",
    "GET /artifacts/%2e%2e/%2E%2E/package.json",
    "GET /_next/static/..%2f..%2fserver",
    "GET /_next/static/..%5c..%5cserver",
    "POST /v1/./models",
    "POST /v1/chat/%",
    "OPTIONS *",
    "GET *",
    "GET http://elsewhere.example/",
  ])("%s is refused with 400", async (line) => {
    const heard = await send(line);
    expect(heard).toMatch(/^HTTP\/1\.1 400 /);
    expect(heard).toMatch(/"message":"The [^"]+"/);
    expect(heard).not.toMatch(/\n\s+at /);
  });

  it.each([1_001, 10_000])("a path of %s characters is refused with 414", async (length) => {
    const heard = await send(`GET /${"a".repeat(length - 1)}`);
    expect(heard).toMatch(/^HTTP\/1\.1 414 .*"message":"The path is longer/s);
    expect(await send(`GET /${"a".repeat(999)}?${"a".repeat(9_000)}`)).toMatch(/^HTTP\/1\.1 404 /);
  });

  it.each(["TRACE /", "TRACE /v1/chat/completions", "PROPFIND /chat", "PURGE /"])(
    "%s is refused with 405, and the methods that are taken",
    async (line) => {
      const heard = await send(line);
      expect(heard).toMatch(/^HTTP\/1\.1 405 /);
      expect(heard).toContain("Allow: GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
    },
  );

  it("is said in OpenAI's envelope below /v1", async () => {
    expect(await send("POST /v1/%")).toContain('{"error":{"message":"The path holds');
  });

  it.each([
    "GET /100%25",
    "GET /caf%C3%A9",
    "GET /?q=100%",
    "GET /%252e%252e/x",
    "GET /a..b/.well-known",
    `GET /${"a".repeat(999)}`,
    "OPTIONS /v1/models",
    "HEAD /",
  ])("%s goes to Next", async (line) => {
    expect(await send(line)).toMatch(/^HTTP\/1\.1 404 /);
  });
});

describe("headers that the server decides by", () => {
  const post = (path: string, lines: readonly string[], body = "") =>
    exchange(`${[`POST ${path} HTTP/1.1`, ...lines].join("\r\n")}\r\n\r\n${body}`);
  const empty = "Content-Length: 0";

  it.each([
    ["Host", ["localhost", "evil.example"]],
    ["host", ["localhost", "localhost"]],
    ["Origin", ["http://localhost", "https://evil.example"]],
    ["Sec-Fetch-Site", ["same-origin", "cross-site"]],
    ["Authorization", ["Bearer one", "Bearer two"]],
    ["Referer", ["http://localhost/", "https://evil.example/"]],
    ["Content-Type", ["application/json", "text/plain"]],
    ["User-Agent", ["curl/8", "Mozilla/5.0"]],
    ["X-RouteLLM", ["1", "1"]],
  ])("%s is refused where it comes twice, and the connection ends", async (name, values) => {
    const host = name.toLowerCase() === "host" ? [] : ["Host: localhost"];
    const upper = name.toUpperCase();
    const lines = [...host, `${name}: ${values[0]}`, "Accept: */*", `${upper}: ${values[1]}`, empty];
    for (const path of ["/", "/chat/votes", "/health", "/metrics"]) {
      const heard = await post(path, lines);
      expect(heard, path).toMatch(/^HTTP\/1\.1 400 .*Connection: close/s);
      expect(heard, path).toContain(`{"message":"The request has more than one header ${upper}; send it once."}`);
    }
    expect(await post("/v1/chat/completions", lines)).toContain(`"error":{"message":"The request has more than one`);
  });

  it.each([
    ["two lengths", ["Content-Length: 2", "Content-Length: 2"], "ok"],
    ["two codings", ["Transfer-Encoding: chunked", "Transfer-Encoding: chunked"], "0\r\n\r\n"],
    ["a length and a coding", ["Content-Length: 5", "Transfer-Encoding: chunked"], "0\r\n\r\n"],
    ["two codings that end in chunks", ["Transfer-Encoding: gzip", "Transfer-Encoding: chunked"], "0\r\n\r\n"],
    ["a coding that nobody undoes", ["Transfer-Encoding: gzip, chunked"], "0\r\n\r\n"],
  ])("%s are refused, and the connection ends", async (_, lines, body) => {
    const next = `POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\n${empty}\r\n\r\n`;
    const heard = await post("/v1/chat/completions", ["Host: localhost", ...lines], body + next);
    expect(heard).toMatch(/^HTTP\/1\.1 400 /);
    expect(heard.split(/HTTP\/1\.1 \d/)).toHaveLength(2);
  });

  it("may come once each, in any case, beside lists that proxies write line by line", async () => {
    const lines = [
      "hOST: localhost",
      "X-Forwarded-For: 1.2.3.4",
      "X-Forwarded-For: 5.6.7.8",
      "Cookie: a=b",
      "Cookie: c=d",
    ];
    const own = ["Origin: http://localhost", "Sec-Fetch-Site: same-origin", "Transfer-Encoding: Chunked"];
    const heard = await post("/v1/chat/completions", [...lines, ...own, "Connection: close"], "0\r\n\r\n");
    expect(heard).toMatch(/^HTTP\/1\.1 200 /);
  });
});

describe("what cannot be read as a request", () => {
  const head = "POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\n";
  it.each([
    ["an address that is too long", `GET /${"a".repeat(20_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`, 431],
    ["headers that are too long", `${head}X-Long: ${"a".repeat(20_000)}\r\n\r\n`, 431],
    ["endless extensions of chunks", `${head}Transfer-Encoding: chunked\r\n\r\n2;a=${"a".repeat(20_000)}\r\n`, 413],
    ["a raw control character", "GET /\u0001 HTTP/1.1\r\nHost: localhost\r\n\r\n", 400],
    ["a header that goes on in the next line", `${head}Origin: http://localhost\r\n .evil.example\r\n\r\n`, 400],
    ["another protocol", "\u0016\u0003\u0001\u0002\u0000\u0001", 400],
  ])("%s is refused in one sentence", async (_, text, status) => {
    const heard = await exchange(text);
    expect(heard).toMatch(
      new RegExp(`^HTTP/1\\.1 ${status} .*Connection: close.*\r\n\r\n{"message":"[^"]+\\."}$`, "s"),
    );
  });

  it("says nothing into the middle of an answer", async () => {
    const server = await serveRoutes({
      "POST /stream": async () => ({
        ...{ status: 200, headers: {} },
        body: new ReadableStream({ start: (controller) => controller.enqueue(Buffer.from("first")) }),
      }),
    });
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    socket.write("POST /stream HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n");
    let heard = "";
    for await (const part of socket) {
      heard += part;
      if (heard.includes("first")) socket.write("this is no request\r\n\r\n");
    }
    await server.stop();
    expect(heard).toContain("first");
    expect(heard).not.toContain("message");
  });
});
