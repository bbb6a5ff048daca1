import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { connect } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "./fixtures";
import { type OwnServer, startOwnServer } from "./own-server";

let server: OwnServer;
test.beforeAll(async () => {
  server = await startOwnServer(mkdtempSync(join(tmpdir(), "routellm-e2e-server-")), {
    ROUTELLM_SIMULATED_PACE_MS: "20",
    ROUTELLM_MAX_BODY_BYTES: "10000",
  });
});
test.afterAll(() => server.stop());

const ask = (body: object, signal?: AbortSignal) =>
  fetch(`${server.url}/v1/chat/completions`, {
    ...{ method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) },
    ...(signal !== undefined && { signal }),
  });
const question = { model: "router-mf-0.5", messages: [{ role: "user", content: "What is a prime number?" }] };

/** Sends what no client would, and hears all until the server hangs up. */
async function sendRaw(text: string): Promise<string> {
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => undefined);
  let heard = "";
  socket.on("data", (data) => {
    heard += data;
  });
  const closed = new Promise((resolve) => socket.once("close", resolve));
  socket.write(text);
  await closed;
  return heard;
}

test("pages and the endpoint come from one port, with the same protection", async () => {
  for (const path of ["/", "/health", "/v1/models", "/metrics"]) {
    const response = await fetch(`${server.url}${path}`);
    expect(response.status, path).toBe(200);
    expect(Object.fromEntries(response.headers), path).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "permissions-policy": "camera=(), geolocation=(), microphone=()",
    });
    expect(response.headers.get("x-powered-by"), path).toBeNull();
    await response.arrayBuffer();
  }
  const page = await fetch(server.url);
  expect(page.headers.get("content-security-policy")).toMatch(/script-src 'self' 'nonce-/);
});

test("other methods and paths under /v1 are answered as routes of Next are", async () => {
  const seen = await Promise.all(
    [
      ["GET", "/v1/chat/completions"],
      ["OPTIONS", "/v1/chat/completions"],
      ["HEAD", "/v1/models"],
      ["POST", "/v1/models"],
      ["GET", "/v1/unheard-of"],
    ].map(async ([method = "", path = ""]) => {
      const response = await fetch(`${server.url}${path}`, { method });
      await response.arrayBuffer();
      return [response.status, response.headers.get("x-content-type-options")];
    }),
  );
  expect(seen).toEqual([405, 204, 200, 405, 404].map((status) => [status, "nosniff"]));
});

test("a base URL with a slash at its end reaches the endpoint", async () => {
  const post = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${server.url}${path}`, {
      ...{ method: "POST", redirect: "manual" as const },
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify({ model: "router-mf-0.5", messages: [{ role: "user", content: "Hi!" }], max_tokens: 3 }),
    });
  for (const headers of [{}, { "next-action": "00" }]) {
    const sentOn = await post("/v1//chat/completions", headers);
    expect(sentOn.status).toBe(308);
    expect(sentOn.headers.get("location")).toBe("/v1/chat/completions");
  }
  expect((await post("/v1/chat/completions")).status).toBe(200);
});

test("a body that is too long is refused before it has been sent", async () => {
  const head = "POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
  // Only the length is announced: an answer that waited for the body would never come.
  const heard = await sendRaw(`${head}Content-Length: 10001\r\n\r\n`);
  expect(heard).toMatch(/^HTTP\/1\.1 413 /);
  expect(heard).toContain("request_too_large");
});

test("a request cannot be hidden in another one", async () => {
  const inner = "GET /v1/models HTTP/1.1\r\nHost: localhost\r\n\r\n";
  const head = "POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
  const heard = await sendRaw(
    `${head}Content-Length: ${inner.length + 5}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${inner}`,
  );
  expect(heard).toMatch(/^HTTP\/1\.1 400 /);
  expect(heard).not.toContain("router-mf-");
});

test("a client that offers HTTP/2 is answered in HTTP/1.1", async () => {
  const heard = await sendRaw(
    "GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, close\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n",
  );
  expect(heard).toMatch(/^HTTP\/1\.1 200 /);
});

test("what it cannot start on, it says in one line", async () => {
  const run = async (...args: string[]) => {
    const child = spawn(process.execPath, ["serve.mjs", ...args], { stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    child.stderr.on("data", (data) => {
      said += data;
    });
    await once(child, "close");
    return [child.exitCode, said];
  };
  const { port } = new URL(server.url);
  expect(await run("-p", port)).toEqual([1, `Port ${port} is in use.\n`]);
  expect(await run("-p", "http")).toEqual([2, "-p or PORT must be a port from 0 to 65535, but it was http.\n"]);
});

test("what fails at the endpoint is known to the chat page: a provider has one circuit breaker", async () => {
  let calls = 0;
  const provider = createServer((_request, response) => {
    calls += 1;
    response.writeHead(500, { "content-type": "application/json" }).end('{"error":{"message":"out of order"}}');
  }).listen(0);
  await once(provider, "listening");
  const address = provider.address();
  const own = await startOwnServer(mkdtempSync(join(tmpdir(), "routellm-e2e-breaker-")), {
    OPENAI_COMPATIBLE_BASE_URL: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/v1`,
    ...{ ROUTELLM_STRONG_MODEL: "openai-compatible/a", ROUTELLM_WEAK_MODEL: "openai-compatible/b" },
    ...{ ROUTELLM_STRONG_PRICE: "0,0", ROUTELLM_WEAK_PRICE: "0,0" },
  });
  const post = (path: string, body: object) =>
    fetch(`${own.url}${path}`, {
      ...{ method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) },
    });
  // Ten different requests that fail as anybody's would; the last ones may find the way closed.
  const statuses = Array.from({ length: 12 }, async (_, number) => {
    const messages = [{ role: "user", content: `Is ${number} a prime number?` }];
    return (await post("/v1/chat/completions", { ...question, messages, model: "router-mf-0" })).status;
  });
  expect(new Set(await Promise.all(statuses))).toEqual(new Set([502]));
  const callsBefore = calls;
  expect(await (await post("/chat/connections", { model: "strong" })).json()).toEqual({
    ...{
      ok: false,
      sentence: expect.stringMatching(/openai-compatible\/a gave no answer: .* is left alone for \d+ s/),
    },
  });
  expect(calls).toBe(callsBefore);
  await own.stop();
  provider.close();
});

test("told to stop, it finishes its answers, takes no new ones and ends well", async () => {
  const own = await startOwnServer(mkdtempSync(join(tmpdir(), "routellm-e2e-stop-")), {
    ROUTELLM_SIMULATED_PACE_MS: "20",
  });
  const response = await fetch(`${own.url}/v1/chat/completions`, {
    ...{ method: "POST", headers: { "content-type": "application/json" } },
    body: JSON.stringify({ ...question, stream: true }),
  });
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = decoder.decode((await reader?.read())?.value, { stream: true });
  expect(text).not.toContain("[DONE]");
  const ended = own.terminate();
  await expect(async () => {
    await expect(fetch(`${own.url}/health`)).rejects.toThrow();
  }).toPass();
  for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
    text += decoder.decode(part.value, { stream: true });
  }
  expect(text).toMatch(/data: \[DONE\]\n\n$/);
  expect(await ended).toBe(0);
});

test("what does not end within the limit is cut off", async () => {
  const own = await startOwnServer(mkdtempSync(join(tmpdir(), "routellm-e2e-cut-")), {
    ...{ ROUTELLM_SIMULATED_PACE_MS: "10000", ROUTELLM_SHUTDOWN_MS: "200" },
  });
  const asking = fetch(`${own.url}/v1/chat/completions`, {
    ...{ method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(question) },
  });
  const refused = expect(asking).rejects.toThrow();
  const inProgress = async () => (await fetch(`${own.url}/metrics`)).text();
  await expect.poll(inProgress).toContain('routellm_requests_in_progress{state="active"} 1');
  expect(await own.terminate()).toBe(0);
  await refused;
});

test("a client that hangs up gives its place back at once", async () => {
  const hangUp = new AbortController();
  const response = await ask({ ...question, stream: true }, hangUp.signal);
  await response.body?.getReader().read();
  const metrics = async () => (await fetch(`${server.url}/metrics`)).text();
  await expect.poll(metrics).toContain('routellm_requests_in_progress{state="active"} 1');
  hangUp.abort();
  await expect.poll(metrics).toContain('routellm_requests_in_progress{state="active"} 0');
  expect(await metrics()).toMatch(/routellm_requests_total\{[^}]*status="499"[^}]*\} 1/);
});

/** The server program with some settings, until it ends by itself. */
async function startAndEnd(
  parameters: readonly string[],
  settings: Readonly<Record<string, string>>,
  state = mkdtempSync(join(tmpdir(), "routellm-e2e-refused-")),
) {
  const child = spawn(process.execPath, ["serve.mjs", "-p", "0", ...parameters], {
    env: { ...process.env, ROUTELLM_STATE: state, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let ready = false;
  child.stdout.on("data", (data) => {
    ready ||= String(data).includes("Ready");
  });
  let said = "";
  child.stderr.on("data", (data) => {
    said += data;
  });
  await once(child, "close");
  return { code: child.exitCode, said, ready };
}
const REAL_MODELS = {
  ...{ ROUTELLM_STRONG_MODEL: "openai-compatible/strong", ROUTELLM_WEAK_MODEL: "openai-compatible/weak" },
  ...{ ROUTELLM_STRONG_PRICE: "1,1", ROUTELLM_WEAK_PRICE: "0,0" },
  OPENAI_COMPATIBLE_BASE_URL: "http://127.0.0.1:9/v1",
};

test("without -H no other machine reaches the server", async () => {
  const { port } = new URL(server.url);
  const outside = Object.values(networkInterfaces())
    .flat()
    .flatMap((place) => (place?.family === "IPv4" && !place.internal ? place.address : []));
  // Every machine has the first: what listens on all addresses answers there too.
  for (const address of ["127.0.0.2", ...outside]) {
    await expect(fetch(`http://${address}:${port}/health`), address).rejects.toThrow();
  }
  for (const host of ["127.0.0.1", "localhost"])
    expect((await fetch(`http://${host}:${port}/health`)).status).toBe(200);
});

test("real models on an open address take a password, and keys at /v1", async () => {
  const { code, said } = await startAndEnd(["-H", "0.0.0.0"], REAL_MODELS);
  expect(code).toBe(2);
  expect(said.trim().split("\n")).toEqual([expect.stringContaining("set ROUTELLM_PASSWORD, and ROUTELLM_API_KEYS")]);

  const state = mkdtempSync(join(tmpdir(), "routellm-e2e-open-"));
  const open = await startOwnServer(state, { ...REAL_MODELS, ROUTELLM_PASSWORD: "seven green bottles" }, ".", [
    "-H",
    "0.0.0.0",
  ]);
  const answers = await Promise.all(
    ["/v1/models", "/metrics", "/health"].map(async (path) => (await fetch(`${open.url}${path}`)).status),
  );
  await open.stop();
  expect(answers).toEqual([401, 401, 200]);
});

test("names that are not this server's, and pages of other sites, are refused", async () => {
  const evil = "Host: routers.evil.example\r\nConnection: close\r\n\r\n";
  expect(await sendRaw(`GET / HTTP/1.1\r\n${evil}`)).toMatch(/^HTTP\/1\.1 421 .*ROUTELLM_HOSTS/s);
  expect(await sendRaw(`GET /v1/models HTTP/1.1\r\n${evil}`)).toMatch(/^HTTP\/1\.1 421 .*"misdirected_request"/s);
  expect(await sendRaw(`GET /health HTTP/1.1\r\n${evil}`)).toMatch(/^HTTP\/1\.1 200 /);
  const form = { method: "POST", body: JSON.stringify(question), headers: { "content-type": "text/plain" } };
  for (const path of ["/v1/chat/completions", "/chat/answers", "/", "/calibrate/uploads?name=a.txt"]) {
    const headers = { ...form.headers, origin: "https://evil.example" };
    expect((await fetch(`${server.url}${path}`, { ...form, headers })).status, path).toBe(403);
  }
});

test("what no page can answer gets 4xx and one sentence, and leaves no stack trace in the log", async () => {
  const before = server.log();
  const get = (target: string, ...lines: string[]) =>
    sendRaw(`${[`GET ${target} HTTP/1.1`, ...lines, "Connection: close"].join("\r\n")}\r\n\r\n`);
  const local = "Host: localhost";
  const answers = [
    [400, await get("/", local, "Host: routers.evil.example")],
    [400, await get("/health", local, local)],
    [400, await get("/%00", local)],
    [400, await get("/%0a%1b[2J", local)],
    [400, await get("/_next/static/%2e%2e/%2e%2e/package.json", local)],
    [414, await get(`/${"a".repeat(5_000)}`, local)],
    [431, await get(`/${"a".repeat(20_000)}`, local)],
    [404, await get("/_global-error", local)],
  ] as const;
  for (const [status, heard] of answers) {
    expect(heard).toMatch(new RegExp(`^HTTP/1\\.1 ${status} .*\r\n\r\n{"message":"[^"]+\\."}$`, "s"));
  }
  for (const state of ["%", "nonsense", "%5B%5D", "a".repeat(9_000)]) {
    for (const path of ["/about", "/no-such"]) {
      const response = await fetch(`${server.url}${path}?_rsc=x`, {
        headers: { rsc: "1", "next-router-state-tree": state },
      });
      expect([path, response.status]).toEqual([path, 400]);
    }
  }
  // The state that the app's own pages send.
  const tree = encodeURIComponent(JSON.stringify(["", { children: ["about", { children: ["__PAGE__", {}] }] }]));
  const own = await fetch(`${server.url}/about`, { headers: { rsc: "1", "next-router-state-tree": tree } });
  expect([own.status, own.headers.get("content-type")]).toEqual([200, "text/x-component"]);
  expect(server.log()).toBe(before);
});

test("a call of a server action, of which there are none, gets 4xx and one line in the log", async () => {
  const before = server.log();
  const calls = ["", "00", "7f".repeat(21), "{}", "x".repeat(9_000)];
  for (const action of calls) {
    const response = await fetch(`${server.url}/chat`, {
      ...{ method: "POST", headers: { origin: server.url, "next-action": action }, body: "[]" },
    });
    expect([response.status, await response.json()]).toEqual([
      405,
      { message: "This app has no server actions; reload the page." },
    ]);
  }
  // Next takes each of these for a call too.
  const form = '--x\r\nContent-Disposition: form-data; name="$ACTION_ID_7f"\r\n\r\n\r\n--x--\r\n';
  for (const [path, status] of [
    ["/chat", 405],
    ["/no-such", 404],
  ] as const) {
    const headers = { origin: server.url, "content-type": "multipart/form-data; boundary=x" };
    expect((await fetch(`${server.url}${path}`, { method: "POST", headers, body: form })).status).toBe(status);
  }
  const lines = server.log().slice(before.length).split("\n").slice(0, -1);
  expect(lines).toHaveLength(calls.length);
  for (const line of lines) expect(line).toMatch(/^A call of a server action was refused.{1,150}$/);
});

test("without a database that can be used, it does not start: one sentence, code 1, nothing begun", async () => {
  const state = mkdtempSync(join(tmpdir(), "routellm-e2e-database-"));
  const fresh = join(state, "fresh");
  writeFileSync(join(state, "routellm.db"), "This is no database. ".repeat(100));
  for (const [settings, folder, sentence] of [
    [{}, state, /^The database .*routellm\.db could not be used \(SQLITE_NOTADB\); .*\.\n$/],
    [{}, join(state, "routellm.db"), /^The database .* could not be used \(E\w+\); .*\.\n$/],
    [{ DATABASE_URL: "http://127.0.0.1:2" }, fresh, /^The database 127\.0\.0\.1:2 could not be used \(\w+\); .*\.\n$/],
  ] as const) {
    const { code, said, ready } = await startAndEnd([], settings, folder);
    expect(said).toMatch(sentence);
    expect([code, ready]).toEqual([1, false]);
  }
  expect(readdirSync(state)).toEqual(["routellm.db"]);
});
