import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: root },
      // The marker package throws outside React's server graph; tests run on the server side of it.
      { find: "server-only", replacement: `${root}node_modules/server-only/empty.js` },
    ],
  },
  test: {
    include: ["{app,components,lib,scripts}/**/*.test.{ts,tsx}"],
    // Some run models on the library itself, and some start programs.
    env: { ORT_DISABLE_TELEMETRY: "1", NEXT_TELEMETRY_DISABLED: "1" },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
