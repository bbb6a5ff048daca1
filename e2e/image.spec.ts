import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { test as base, expect } from "./fixtures";
import { type OwnServer, startOwnServer } from "./own-server";

const run = promisify(execFile);

/** What the Dockerfile puts into an image, run from a folder that has no repository around it. */
type Image = {
  readonly folder: string;
  /** Home and temporary folder of the user who runs it. */
  readonly user: string;
  readonly server: OwnServer;
};

/** As on a machine where nobody switched a library's reports off; some are silent where CI is set. */
const NOTHING_SWITCHED_OFF = { CI: "", ORT_DISABLE_TELEMETRY: "0", XDG_CACHE_HOME: "" };

const test = base.extend<object, { readonly image: Image }>({
  image: [
    async ({ browserName: _ }, use) => {
      const home = await mkdtemp(join(tmpdir(), "routellm-e2e-image-"));
      const folder = join(home, "app");
      const user = join(home, "user");
      await mkdir(user);
      await run("npm", ["run", "-s", "assemble-image", "--", folder]);
      const server = await startOwnServer(
        join(home, "state"),
        { ...NOTHING_SWITCHED_OFF, HOME: user, TMPDIR: user },
        folder,
      );
      await use({ folder, user, server });
      await server.stop();
      await rm(home, { recursive: true, force: true });
    },
    { scope: "worker", timeout: 120_000 },
  ],
  baseURL: async ({ image }, use) => {
    await use(image.server.url);
  },
});

test("an image answers, and scores a file on threads of its own", async ({ calibrate, image, request }) => {
  const answer = await request.post("/v1/chat/completions", {
    data: { model: "router-bert-0.5", messages: [{ role: "user", content: "What is the capital of France?" }] },
  });
  expect(answer.status()).toBe(200);
  expect(answer.headers()["x-routellm-router"]).toBe("bert");

  await calibrate.open();
  await calibrate.bring(
    "traffic.txt",
    Array.from({ length: 60 }, (_, place) => `How many ways are there to order ${place + 3} books?`).join("\n"),
  );
  await calibrate.score();
  expect((await calibrate.figures("Matrix factorization"))[0]).toMatch(/^0\.\d{4}$/);
  expect(await readdir(image.user), "what libraries leave with the user of the server and its threads").toEqual([]);
});

test("the command line of an image routes a prompt with every router", async ({ image }) => {
  const { stdout } = await run(
    process.execPath,
    [
      "programs/routellm.mjs",
      "route",
      "--prompt",
      "Prove that there is no largest prime.",
      "--router",
      "all",
      "--json",
    ],
    { cwd: image.folder },
  );
  const { routers } = JSON.parse(stdout);
  expect(Object.keys(routers)).toEqual(["sw_ranking", "mf", "bert", "causal_llm", "length", "random"]);
  expect(routers.causal_llm.winRate).toBeGreaterThan(0);
});

const PASSWORD = "seven green bottles";

/** What the README's `docker run` and the Dockerfile start the server with. */
async function readDockerRun() {
  const [, options = ""] = /docker run ([^`\n]*) routellm-explorer/.exec(await readFile("README.md", "utf8")) ?? [];
  const dockerfile = await readFile("Dockerfile", "utf8");
  const last = (instruction: string): string =>
    [...dockerfile.matchAll(new RegExp(`^${instruction} (.*)$`, "gm"))].at(-1)?.[1] ?? "";
  const [, hostPort, port] = /-p (\d+):(\d+)/.exec(options) ?? [];
  const [, volume] = /-v \w+:(\S+)/.exec(options) ?? [];
  const fixed = Object.fromEntries([...last("ENV").matchAll(/(\w+)=(\S+)/g)].map(([, name, value]) => [name, value]));
  const given = [...options.matchAll(/-e (\w+)=(\S+)/g)].map(([, name, value]) => [name, value]);
  const command: string[] = JSON.parse(last("CMD"));
  return { hostPort, port, exposed: last("EXPOSE"), volume, fixed, given, command };
}

test("the README's docker run starts a server that viewers see, members sign in to and keys open", async ({
  image,
}) => {
  const { hostPort, port, exposed, volume, fixed, given, command } = await readDockerRun();
  expect([hostPort, port, volume]).toEqual([exposed, exposed, fixed.ROUTELLM_STATE]);
  expect(given).toEqual([["ROUTELLM_PASSWORD", "…"]]);
  expect(command.slice(0, 2)).toEqual(["node", "serve.mjs"]);
  const { ROUTELLM_STATE: _, ...settings } = fixed;
  const parameters = command.slice(2);
  const state = join(image.user, "..", "data");
  const own = await startOwnServer(state, { ...settings, ROUTELLM_PASSWORD: PASSWORD }, image.folder, parameters);
  const send = (path: string, body?: object, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${own.url}${path}`, {
      headers: { origin: own.url, "content-type": "application/json", ...headers },
      ...(body !== undefined && { method: "POST", body: JSON.stringify(body) }),
    });
  const question = { model: "router-mf-0.5", messages: [{ role: "user", content: "How are you?" }] };
  try {
    const answers = ["/", "/explore", "/people", "/v1/models", "/metrics", "/chat/votes"].map(
      async (path) => (await send(path)).status,
    );
    expect(await Promise.all(answers)).toEqual([200, 200, 200, 401, 401, 401]);
    expect((await send("/v1/chat/completions", question)).status).toBe(401);
    expect(await (await send("/people")).text()).toContain("let people in and change what they may do");

    const signedIn = await send("/session", { name: "admin", password: PASSWORD });
    const cookie = (signedIn.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
    const limits = { requestsPerMinute: null, dollarsPerMonth: null };
    const { key } = await (await send("/keys/entries", { name: "team", ...limits }, { cookie })).json();
    const answered = await send("/v1/chat/completions", question, { authorization: `Bearer ${key}` });
    expect(answered.status).toBe(200);
  } finally {
    await own.stop();
  }
  // With models that cost money it does not start without the password.
  const refused = run(process.execPath, ["serve.mjs", "-p", "0", ...parameters], {
    cwd: image.folder,
    env: {
      ...{ ...process.env, ...settings, ROUTELLM_STATE: state, OPENAI_COMPATIBLE_BASE_URL: "http://127.0.0.1:9/v1" },
      ...{ ROUTELLM_STRONG_MODEL: "openai-compatible/strong", ROUTELLM_WEAK_MODEL: "openai-compatible/weak" },
      ...{ ROUTELLM_STRONG_PRICE: "1,1", ROUTELLM_WEAK_PRICE: "0,0" },
    },
  });
  await expect(refused).rejects.toMatchObject({ stderr: expect.stringContaining("set ROUTELLM_PASSWORD") });
});
