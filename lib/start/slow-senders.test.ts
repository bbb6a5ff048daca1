import { once } from "node:events";
import { createServer } from "node:http";
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { apiErrorAnswer } from "@/lib/http/api-error";
import { createBodyPool } from "@/lib/http/body-pool";
import { jsonAnswer } from "@/lib/http/exchange";
import { sendAnswer } from "@/lib/http/node-exchange";
import { readBody } from "@/lib/http/read-body";
import { readJsonRequest } from "@/lib/http/read-json-request";
import { createTestEndpoint, serveEndpoint, serveRoutes } from "@/lib/test/endpoint-server";
import type { EndpointRoute } from "./served-routes";

const stops: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

const SLOW = { timeout: 20_000 };
const BODY = JSON.stringify({ model: "router-mf-0.5", messages: [{ role: "user", content: "Hi" }] });

/** A client that has begun to send a body, and goes on by a byte at a time. */
function beginToSend(url: string, { path = "/v1/chat/completions", length = 1000, sent = "{" } = {}) {
  const { hostname, port } = new URL(url);
  const socket: Socket = connect(Number(port), hostname);
  stops.push(() => void socket.destroy());
  let heard = "";
  socket.on("data", (part) => {
    heard += part;
  });
  socket.on("error", () => undefined);
  const head = [`POST ${path} HTTP/1.1`, "Host: localhost", "Content-Type: application/json"];
  socket.write(`${[...head, `Content-Length: ${length}`].join("\r\n")}\r\n\r\n${sent}`);
  return { socket, heard: () => heard };
}

const ask = (url: string) =>
  fetch(`${url}/v1/chat/completions`, {
    ...{ method: "POST", headers: { "content-type": "application/json" }, body: BODY },
  });

const reading = (options: Parameters<typeof readBody>[2], maximumBytes = 1_000_000): EndpointRoute => {
  return async (request) => {
    try {
      return jsonAnswer({ length: (await readBody(request, maximumBytes, options)).length });
    } catch (error) {
      return apiErrorAnswer(error);
    }
  };
};

describe("clients that send slowly", () => {
  it("keep no place from others, be they hundreds", async () => {
    const endpoint = createTestEndpoint({ maximumConcurrent: 5, maximumWaiting: 5 });
    const served = await serveEndpoint(endpoint);
    stops.push(served.stop);
    const slow = Array.from({ length: 300 }, () => beginToSend(served.url));
    for (const { socket } of slow) socket.write(" ");
    await sleep(50);
    const answers = await Promise.all([1, 2, 3].map(() => ask(served.url)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect([endpoint.admission.active, endpoint.admission.waiting]).toEqual([0, 0]);
    // One that comes to its end after all is answered too.
    const late = beginToSend(served.url, { length: BODY.length, sent: BODY.slice(0, 9) });
    await sleep(20);
    late.socket.write(BODY.slice(9));
    await vi.waitFor(() => expect(late.heard()).toMatch(/^HTTP\/1\.1 200 /), SLOW);
  });

  it("are not read at all without a key", async () => {
    const served = await serveEndpoint(
      createTestEndpoint({
        keys: [{ name: "team", hash: "0".repeat(64), requestsPerMinute: undefined, dollarsPerMonth: undefined }],
      }),
    );
    stops.push(served.stop);
    const { heard } = beginToSend(served.url);
    await vi.waitFor(() => expect(heard()).toMatch(/^HTTP\/1\.1 401 /), SLOW);
  });

  it("are told 408 after their time, however often they send a byte, and cut off", async () => {
    const patience = { firstMs: 150, bytesPerSecond: 1000 };
    const served = await serveRoutes({ "POST /read": reading({ patience }) });
    stops.push(served.stop);
    const { socket, heard } = beginToSend(served.url, { path: "/read" });
    const trickle = setInterval(() => socket.write(" "), 20);
    stops.push(() => clearInterval(trickle));
    await vi.waitFor(() => expect(heard()).toMatch(/^HTTP\/1\.1 408 /), SLOW);
    expect(heard()).toContain("came too slowly");
    await vi.waitFor(() => expect(socket.destroyed).toBe(true), SLOW);
  });

  it("have longer for longer bodies", async () => {
    const patience = { firstMs: 100, bytesPerSecond: 10_000 };
    const served = await serveRoutes({ "POST /read": reading({ patience }) });
    stops.push(served.stop);
    const { socket, heard } = beginToSend(served.url, { path: "/read", length: 5000, sent: "x".repeat(4999) });
    await sleep(250);
    socket.write("x");
    await vi.waitFor(() => expect(heard()).toMatch(/^HTTP\/1\.1 200 /), SLOW);
  });

  it("lose the memory that they hold to those who send at once", async () => {
    const pool = createBodyPool(100_000);
    const served = await serveRoutes({ "POST /read": reading({ pool }) });
    stops.push(served.stop);
    const slow = Array.from({ length: 20 }, () =>
      beginToSend(served.url, { path: "/read", length: 30_000, sent: "x".repeat(20_000) }),
    );
    await vi.waitFor(() => expect(slow.filter(({ heard }) => heard().includes(" 503 "))).toHaveLength(15), SLOW);
    expect(pool.bytes).toBeLessThanOrEqual(100_000);
    const response = await fetch(`${served.url}/read`, { method: "POST", body: "x".repeat(50_000) });
    expect(response.status).toBe(200);
    expect(pool.bytes).toBeLessThanOrEqual(100_000);
  });
});

it("a client that takes nothing of its answer is cut off, and the answer is let go of", async () => {
  const cancelled = vi.fn();
  const server = createServer((incoming, outgoing) => {
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(Buffer.alloc(1 << 16)),
      cancel: cancelled,
    });
    void sendAnswer({ status: 200, headers: {}, body }, { incoming, outgoing, unreadMs: 100 });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  stops.push(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === "string") throw new TypeError("expected a TCP address");
  const socket = connect(address.port, "127.0.0.1");
  stops.push(() => void socket.destroy());
  socket.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
  socket.pause();
  await vi.waitFor(() => expect(cancelled).toHaveBeenCalledTimes(1), SLOW);
});

describe("a page's route", () => {
  const schema = z.strictObject({ side: z.string() });
  const post = (body: BodyInit, more: RequestInit & { duplex?: "half" } = {}) =>
    new Request("http://localhost/route", {
      ...{ method: "POST", headers: { "content-type": "application/json" }, body, ...more },
    });

  it("reads no further than its limit", async () => {
    const request = post(JSON.stringify({ side: "x".repeat(100) }));
    await expect(readJsonRequest({ request, schema, maximumBytes: 50 })).rejects.toMatchObject({ code: "too_large" });
  });

  it("says so where the body breaks off", async () => {
    const broken = new ReadableStream({
      pull: (controller) => controller.error(new Error("read ECONNRESET")),
    });
    const request = post(broken, { duplex: "half" });
    await expect(readJsonRequest({ request, schema, maximumBytes: 50 })).rejects.toMatchObject({
      code: "invalid_argument",
      message: "The request broke off before its end; send all of it.",
    });
  });
});
