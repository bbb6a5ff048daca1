import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { readdir, writeFile } from "node:fs/promises";
import { type ClientRequest, type IncomingMessage, request } from "node:http";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect } from "./fixtures";
import { testOnOwnServer } from "./own-server-test";

const state = mkdtempSync(join(tmpdir(), "routellm-e2e-uploads-"));
const test = testOnOwnServer({ ROUTELLM_STATE: state });

/** A megabyte of 64 rows. */
const MEGABYTE = Buffer.from(`${"How many? ".repeat(1_638)}yes\n`.repeat(64));

/** Sends megabytes over HTTP, with their length before them or in chunks. */
function upload(url: string, { announced }: { readonly announced?: number } = {}): ClientRequest {
  const headers = announced === undefined ? {} : { "Content-Length": String(announced * MEGABYTE.length) };
  return request(`${url}/calibrate/uploads?name=many.txt`, { method: "POST", headers });
}

async function send(sender: ClientRequest, megabytes: number): Promise<void> {
  sender.setMaxListeners(0);
  for (let sent = 0; sent < megabytes && !sender.destroyed; sent++) {
    if (!sender.write(MEGABYTE)) await Promise.race([once(sender, "drain"), once(sender, "close")]);
  }
}

async function answerOf(sender: ClientRequest) {
  const [response]: IncomingMessage[] = await once(sender, "response");
  if (response === undefined) throw new Error("no response");
  return { status: response.statusCode, body: JSON.parse(await text(response)) };
}

/** A client that sends what it likes. */
function open(url: string, header: string): Socket {
  const { hostname, port, host } = new URL(url);
  const socket = connect(Number(port), hostname);
  const lines = [`POST /calibrate/uploads?name=many.txt HTTP/1.1`, `Host: ${host}`, "Connection: close", header];
  socket.write(`${lines.join("\r\n")}\r\n\r\n`);
  return socket;
}

const kept = () => readdir(join(state, "uploads")).catch(() => []);

for (const [megabytes, how] of [
  [11, "length"],
  [11, "chunks"],
  [199, "length"],
  [199, "chunks"],
] as const) {
  test(`${megabytes} MB sent with ${how} arrive whole`, async ({ server }) => {
    const sender = upload(server.url, how === "length" ? { announced: megabytes } : {});
    const answer = answerOf(sender);
    await send(sender, megabytes);
    sender.end();
    const { status, body } = await answer;
    expect([status, body.bytes, body.inspection?.rows]).toEqual([201, megabytes * MEGABYTE.length, megabytes * 64]);
    expect((await fetch(`${server.url}/calibrate/uploads/${body.id}`, { method: "DELETE" })).status).toBe(204);
    expect(await kept()).toEqual([]);
  });
}

for (const how of ["length", "chunks"] as const) {
  test(`205 MB sent with ${how} are refused, also to a client that sends all before it listens`, async ({ server }) => {
    const chunked = how === "chunks";
    const socket = open(
      server.url,
      chunked ? "Transfer-Encoding: chunked" : `Content-Length: ${205 * MEGABYTE.length}`,
    );
    const chunk = chunked
      ? Buffer.concat([Buffer.from(`${MEGABYTE.length.toString(16)}\r\n`), MEGABYTE, Buffer.from("\r\n")])
      : MEGABYTE;
    socket.pause();
    for (let sent = 0; sent < 205; sent++) if (!socket.write(chunk)) await once(socket, "drain");
    socket.end(chunked ? "0\r\n\r\n" : "");
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 413 .*many\.txt has more than 200 MB/s);
    expect(await kept()).toEqual([]);
  });

  test(`an upload that is cut off after 11 MB of ${how} leaves nothing`, async ({ server }) => {
    const sender = upload(server.url, how === "length" ? { announced: 12 } : {});
    const ended = once(sender, "error");
    await send(sender, 11);
    await expect.poll(kept).toHaveLength(1);
    sender.destroy(new Error("cut"));
    await ended;
    await expect.poll(kept).toEqual([]);
  });
}

test("more bytes than were announced are refused with all before them", async ({ server }) => {
  const socket = open(server.url, "Content-Length: 4");
  socket.write("how?MORE");
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 400 /);
  await expect.poll(kept).toEqual([]);
});

test("a person brings a file of more than 11 MB", async ({ calibrate }) => {
  const file = join(state, "many.txt");
  await writeFile(file, Buffer.concat(Array.from({ length: 12 }, () => MEGABYTE)));
  await calibrate.open();
  await calibrate.file.setInputFiles(file);
  await expect(calibrate.region(/^2\. Check what was read/)).toContainText("768 prompts");
});
