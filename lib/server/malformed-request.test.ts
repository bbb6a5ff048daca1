import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jsonAnswer } from "./endpoint-exchange";
import { serveRoutes, type TestServer } from "./endpoint-fixture";

let served: TestServer;
beforeAll(async () => {
  served = await serveRoutes({ "POST /v1/chat/completions": async () => jsonAnswer({}) });
});
afterAll(() => served.stop());

/** Sends a request line as it stands, which clients would not. */
async function send(line: string): Promise<string> {
  const { hostname, port } = new URL(served.url);
  const socket = connect(Number(port), hostname);
  socket.write(`${line} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
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
    "GET /artifacts/%00",
    "POST /v1/chat/%",
    "OPTIONS *",
    "GET *",
    "GET http://elsewhere.example/",
  ])("%s is refused with 400", async (line) => {
    const heard = await send(line);
    expect(heard).toMatch(/^HTTP\/1\.1 400 /);
    expect(heard).toContain('"message":"The ');
    expect(heard).not.toMatch(/\n\s+at /);
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

  it.each(["GET /100%25", "GET /caf%C3%A9", "GET /?q=100%", "OPTIONS /v1/models", "HEAD /"])(
    "%s goes to Next",
    async (line) => {
      expect(await send(line)).toMatch(/^HTTP\/1\.1 404 /);
    },
  );
});
