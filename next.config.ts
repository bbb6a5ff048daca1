import type { NextConfig } from "next";

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
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
      `./node_modules/onnxruntime-node/bin/napi-v6/$process.platform/${process.arch}/*`,
    ],
  },
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "Referrer-Policy", value: "same-origin" },
        { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=()" },
      ],
    },
  ],
};

export default config;
