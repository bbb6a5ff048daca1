import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it, vi } from "vitest";
import { RoutingError } from "@/lib/domain/routing-error";
import { apiErrorAnswer } from "@/lib/http/api-error";
import { type EndpointAnswer, jsonAnswer } from "@/lib/http/exchange";
import { readBody } from "@/lib/http/read-body";
import { serveRoutes, type TestServer } from "@/lib/test/endpoint-server";
import type { EndpointRoute } from "./served-routes";

const running: TestServer[] = [];
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const server of running.splice(0)) await server.stop();
});

const SLOW = { timeout: 20_000 };
const LIMIT = 1_000;
const calls: string[] = [];

/** Says how it was called and how long the body was; refuses long ones. */
const echo: EndpointRoute = async (request) => {
  calls.push(request.headers.get("x-name") ?? "");
  try {
    return jsonAnswer({ length: (await readBody(request, LIMIT)).length });
  } catch (error) {
    return apiErrorAnswer(error);
  }
};
/** Refuses without a look at the body, as for want of a key. */
const refuse: EndpointRoute = async () =>
  apiErrorAnswer(new RoutingError({ code: "unauthorized", parameter: "authorization", message: "No." }));
const streamOf = (body: ReadableStream<Uint8Array>): EndpointAnswer => ({
  status: 200,
  headers: { "Content-Type": "text/event-stream" },
  body,
});

async function serve(routes: Readonly<Record<string, EndpointRoute>>, options?: { readonly shutdownMs: number }) {
  calls.length = 0;
  const served = await serveRoutes(routes, options);
  running.push(served);
  return served;
}

/** A client that says what it likes, and all that it hears. */
function open(url: string) {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  sockets.push(socket);
  let heard = "";
  socket.on("data", (chunk) => {
    heard += chunk;
  });
  // How a connection ends is for each test to look at.
  socket.on("error", () => undefined);
  const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  return { socket, heard: () => heard, closed };
}
const head = (path: string, ...lines: string[]) =>
  `${[`POST ${path} HTTP/1.1`, "Host: localhost", ...lines].join("\r\n")}\r\n\r\n`;
const count = (text: string, part: string): number => text.split(part).length - 1;

describe("the listener", () => {
  it("answers with the headers of every page, on connections that stay", async () => {
    const { url } = await serve({ "POST /echo": echo });
    const response = await fetch(`${url}/echo?key=value`, { method: "POST", body: "four" });
    expect(await response.json()).toEqual({ length: 4 });
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "application/json",
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "permissions-policy": "camera=(), geolocation=(), microphone=()",
      "content-length": "12",
      connection: "keep-alive",
    });
  });

  it.each([
    ["GET", "/echo"],
    ["HEAD", "/echo"],
    ["OPTIONS", "/echo"],
    ["POST", "/echo/"],
    ["POST", "/Echo"],
    ["POST", "/other"],
  ])("leaves %s %s to Next", async (method, path) => {
    const { url } = await serve({ "POST /echo": echo });
    expect((await fetch(`${url}${path}`, { method })).status).toBe(404);
    expect(calls).toEqual([]);
  });

  it("answers what fails with the neutral envelope, and its log says where", async () => {
    const log = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const { url } = await serve({
      "POST /echo": async () => {
        throw new Error("a prompt may be in here");
      },
    });
    const response = await fetch(`${url}/echo`, { method: "POST" });
    expect([response.status, await response.json()]).toEqual([
      500,
      {
        error: { message: expect.stringContaining("its log says why"), type: "server_error", param: null, code: null },
      },
    ]);
    const logged = log.mock.calls.join("");
    log.mockRestore();
    expect(logged).toContain("listener.test");
    expect(logged).not.toContain("a prompt may be");
  });
});

describe("a body that is too long", () => {
  it("is refused by its announced length, before it is read", async () => {
    const { url } = await serve({ "POST /echo": echo });
    const client = open(url);
    client.socket.write(head("/echo", `Content-Length: ${LIMIT + 1}`));
    await vi.waitFor(() => expect(client.heard()).toContain("413 Payload Too Large"), SLOW);
  });

  it("is refused where it comes without one, and what follows is not taken for ever", async () => {
    const { url } = await serve({ "POST /echo": echo });
    const client = open(url);
    client.socket.write(head("/echo", "Transfer-Encoding: chunked"));
    const chunk = `${(1 << 16).toString(16)}\r\n${"x".repeat(1 << 16)}\r\n`;
    let sent = 0;
    const send = async () => {
      while (!client.socket.destroyed && sent < 1e9) {
        sent += chunk.length;
        if (!client.socket.write(chunk))
          await Promise.race([once(client.socket, "drain"), client.closed]).catch(() => 0);
      }
    };
    await Promise.all([send(), client.closed]);
    expect(client.heard()).toContain("413 Payload Too Large");
    expect(sent).toBeLessThan(1e8);
  });

  it("of one who stops in the middle does not hold the connection for ever", async () => {
    const { url } = await serve({ "POST /refuse": refuse });
    const client = open(url);
    client.socket.write(`${head("/refuse", "Content-Length: 500")}half`);
    await client.closed;
    expect(client.heard()).toContain("401 Unauthorized");
  });
});

describe("requests in requests", () => {
  const INNER = head("/echo", "X-Name: inner", "Content-Length: 0");

  it("are refused where two lengths contradict each other", async () => {
    const { url } = await serve({ "POST /echo": echo });
    const client = open(url);
    client.socket.write(
      `${head("/echo", `Content-Length: ${INNER.length + 5}`, "Transfer-Encoding: chunked")}0\r\n\r\n${INNER}`,
    );
    await client.closed;
    expect(client.heard()).toMatch(/^HTTP\/1\.1 400 /);
    expect(calls).not.toContain("inner");
  });

  it("stay bodies where nobody reads them", async () => {
    const { url } = await serve({ "POST /echo": echo, "POST /refuse": refuse });
    const client = open(url);
    client.socket.write(head("/refuse", `Content-Length: ${INNER.length}`) + INNER);
    client.socket.write(`${head("/echo", "X-Name: outer", "Content-Length: 2", "Connection: close")}ok`);
    await client.closed;
    expect(calls).toEqual(["outer"]);
    expect(count(client.heard(), "HTTP/1.1 401")).toBe(1);
    expect(count(client.heard(), "HTTP/1.1 200")).toBe(1);
  });
});

describe("a client that goes away", () => {
  it("aborts the request that it waits for", async () => {
    let signal: AbortSignal | undefined;
    const { url } = await serve({
      "POST /wait": async (request) => {
        signal = request.signal;
        await once(signal, "abort");
        return { status: 499, headers: {}, body: null };
      },
    });
    const client = open(url);
    client.socket.write(head("/wait", "Content-Length: 0"));
    await vi.waitFor(() => expect(signal?.aborted).toBe(false), SLOW);
    client.socket.destroy();
    await vi.waitFor(() => expect(signal?.aborted).toBe(true), SLOW);
  });

  it("ends the stream that it listened to, also while that is silent", async () => {
    const cancelled = vi.fn();
    const { url } = await serve({
      "POST /stream": async () =>
        streamOf(
          new ReadableStream({
            start: (controller) => controller.enqueue(Buffer.from("first")),
            cancel: cancelled,
          }),
        ),
    });
    const client = open(url);
    client.socket.write(head("/stream", "Content-Length: 0"));
    await vi.waitFor(() => expect(client.heard()).toContain("first"), SLOW);
    client.socket.destroy();
    await vi.waitFor(() => expect(cancelled).toHaveBeenCalled(), SLOW);
  });

  it("is not waited for: a stream is asked for no more than is taken", async () => {
    const CHUNKS = 4_000;
    let pulled = 0;
    const { url } = await serve({
      "POST /stream": async () =>
        streamOf(
          new ReadableStream(
            {
              pull(controller) {
                pulled += 1;
                controller.enqueue(Buffer.alloc(1 << 16, "x"));
                if (pulled === CHUNKS) controller.close();
              },
            },
            { highWaterMark: 0 },
          ),
        ),
    });
    const client = open(url);
    client.socket.pause();
    client.socket.write(head("/stream", "Content-Length: 0", "Connection: close"));
    let before = -1;
    for (let same = 0; same < 5; await sleep(20)) {
      same = pulled > 0 && pulled === before ? same + 1 : 0;
      before = pulled;
    }
    expect(pulled).toBeLessThan(CHUNKS / 4);
    client.socket.resume();
    await client.closed;
    expect(pulled).toBe(CHUNKS);
  });
});

describe("draining", () => {
  /** A stream of which the test says when it goes on. */
  function stepwise() {
    const controllers: ReadableStreamDefaultController<Uint8Array>[] = [];
    const cancelled = vi.fn();
    const route: EndpointRoute = async () =>
      streamOf(
        new ReadableStream({
          start(controller) {
            controllers.push(controller);
            controller.enqueue(Buffer.from("first "));
          },
          cancel: cancelled,
        }),
      );
    return { route, controllers, cancelled };
  }

  it("finishes the answers under way, closes idle connections, and takes no new ones", async () => {
    const { route, controllers } = stepwise();
    const { url, listener, server } = await serve({ "POST /stream": route, "POST /echo": echo });
    const [idle, client] = [open(url), open(url)];
    idle.socket.write(head("/echo", "Content-Length: 0"));
    client.socket.write(head("/stream", "Content-Length: 0"));
    await vi.waitFor(() => expect([idle.heard(), client.heard()].join("")).toMatch(/length.*first /s), SLOW);
    const drained = listener.drain([server]);
    await idle.closed;
    await expect(fetch(`${url}/echo`, { method: "POST" })).rejects.toThrow();
    controllers[0]?.enqueue(Buffer.from("last"));
    controllers[0]?.close();
    await client.closed;
    await drained;
    expect(client.heard()).toMatch(/first .*last.*0\r\n\r\n$/s);
  });

  it("cuts off at its limit what does not end", async () => {
    const { route, cancelled } = stepwise();
    const { url, listener, server } = await serve({ "POST /stream": route }, { shutdownMs: 100 });
    const client = open(url);
    client.socket.write(head("/stream", "Content-Length: 0"));
    await vi.waitFor(() => expect(client.heard()).toContain("first "), SLOW);
    await Promise.all([listener.drain([server]), client.closed]);
    await vi.waitFor(() => expect(cancelled).toHaveBeenCalled(), SLOW);
    expect(client.heard()).not.toContain("0\r\n\r\n");
  });
});
