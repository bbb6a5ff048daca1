import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { readdir, writeFile } from "node:fs/promises";
import { type ClientRequest, type IncomingMessage, request } from "node:http";
import { connect } from "node:net";
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
  for (let sent = 0; sent < megabytes && !sender.destroyed; sent++) {
    if (!sender.write(MEGABYTE)) await Promise.race([once(sender, "drain"), once(sender, "close")]);
  }
}

async function answerOf(sender: ClientRequest) {
  const [response]: IncomingMessage[] = await once(sender, "response");
  if (response === undefined) throw new Error("no response");
  return { status: response.statusCode, body: JSON.parse(await text(response)) };
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
    const sender = upload(server.url, how === "length" ? { announced: 205 } : {});
    const answer = answerOf(sender);
    await send(sender, 205);
    sender.end();
    const { status, body } = await answer;
    expect([status, body.message]).toEqual([413, expect.stringContaining("more than 200 MB")]);
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

test("bytes after the announced length are no part of the file", async ({ server }) => {
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  let heard = "";
  socket.on("data", (data) => {
    heard += data;
  });
  const closed = once(socket, "close");
  socket.write(
    `POST /calibrate/uploads?name=a.txt HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 4\r\n\r\nhow?MORE`,
  );
  await closed;
  expect(heard).not.toContain("MORE");
  expect(heard).toMatch(/^HTTP\/1\.1 201 .*"bytes":4,/s);
});

test("a person brings a file of more than 11 MB", async ({ calibrate }) => {
  const file = join(state, "many.txt");
  await writeFile(file, Buffer.concat(Array.from({ length: 12 }, () => MEGABYTE)));
  await calibrate.open();
  await calibrate.file.setInputFiles(file);
  await expect(calibrate.region(/^2\. Check what was read/)).toContainText("768 prompts");
});
