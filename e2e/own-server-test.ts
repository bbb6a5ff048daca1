import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "./fixtures";
import { type OwnServer, startOwnServer } from "./own-server";

/** Stories on a server of their own, which writes to a new folder. @param settings more of its environment. */
export const testOnOwnServer = (settings: Readonly<Record<string, string>> = {}) =>
  test.extend<object, { readonly server: OwnServer }>({
    server: [
      async ({ browserName: _ }, use) => {
        const server = await startOwnServer(mkdtempSync(join(tmpdir(), "routellm-e2e-own-")), settings);
        await use(server);
        await server.stop();
      },
      { scope: "worker" },
    ],
    baseURL: async ({ server }, use) => {
      await use(server.url);
    },
  });
