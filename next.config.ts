import type { NextConfig } from "next";
import { contentSecurityPolicy } from "./lib/http/content-security-policy";
import { SECURITY_HEADERS } from "./lib/http/security-headers";
import { hideVersionCheck } from "./lib/start/hide-version-check";

if (process.env.NODE_ENV === "development") globalThis.fetch = hideVersionCheck(globalThis.fetch);

/** `next dev` has no listener of ours to give each page a nonce, and evaluates code. */
const developmentPolicy = process.env.NODE_ENV === "development" && {
  "Content-Security-Policy": contentSecurityPolicy("'unsafe-inline' 'unsafe-eval'"),
};

const config: NextConfig = {
  reactStrictMode: true,
  // A folder that runs by itself: .next/standalone, for images. It is started by serve.mjs there, as here.
  output: "standalone",
  // `npm run typecheck` does it. A build knows no tests: where NODE_ENV is production their packages are not installed.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  // By default `next build` and `next dev` ask npm's registry for security advisories, whatever the telemetry setting.
  // And at its start the server would load every page and route: 30 MB, also of those that nobody visits.
  experimental: { agentUpgrade: false, preloadEntriesOnStart: false },
  devIndicators: false,
  // A native library and its reader stay outside the bundles; neither may ever reach a browser.
  serverExternalPackages: ["onnxruntime-node", "@huggingface/tokenizers", "piscina", "bullmq", "ioredis"],
  // Read or loaded at run time, not imported, so the file tracer has to be told: weights, instructions, and the shared
  // library that onnxruntime's binding opens, for the machine that builds.
  outputFileTracingIncludes: {
    "/*": [
      "./public/artifacts/**/*",
      "./public/measurements/**/*",
      "./templates/*",
      "./drizzle/**/*",
      "./serve.mjs",
      `./node_modules/onnxruntime-node/bin/napi-v6/${process.platform}/${process.arch}/*`,
    ],
  },
  headers: async () => [
    {
      source: "/:path*",
      headers: Object.entries({ ...SECURITY_HEADERS, ...developmentPolicy }).map(([key, value]) => ({ key, value })),
    },
  ],
};

export default config;
