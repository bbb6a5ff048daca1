import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
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
