import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

/**
 * Rooms whose modules keep no state and whose tests change nothing that a process shares. Their files take turns in one
 * process, where starting one for each took three times as long as the tests.
 */
const STATELESS =
  "{components,lib/{calibration,datasets,domain,embeddings,evaluation,gateway,math,onnx,routers,schemas,text,training,view}}/**/*.test.{ts,tsx}";

export default defineConfig({
  resolve: {
    alias: [{ find: /^@\//, replacement: root }],
  },
  test: {
    // Some run models on the library itself, and some start programs.
    env: { ORT_DISABLE_TELEMETRY: "1", NEXT_TELEMETRY_DISABLED: "1" },
    // By itself Vitest leaves one core alone: half of two. Tests that wait leave room for one file more.
    maxWorkers: availableParallelism() + 1,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          ...{ name: "stateless", include: [STATELESS] },
          ...{ isolate: false, restoreMocks: true, unstubEnvs: true, unstubGlobals: true },
        },
      },
      {
        extends: true,
        test: { name: "stateful", include: ["{app,components,lib,scripts}/**/*.test.{ts,tsx}"], exclude: [STATELESS] },
      },
    ],
  },
});
