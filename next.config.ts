import type { NextConfig } from "next";

const isDevelopment = process.env.NODE_ENV === "development";

/**
 * Everything comes from this server: a page can neither load from nor send to anywhere else, nor be framed.
 * Next writes its page data as inline scripts and React its styles as attributes, hence 'unsafe-inline'; the
 * development server also evaluates code.
 */
const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${isDevelopment ? " 'unsafe-eval'" : ""}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

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
        { key: "Content-Security-Policy", value: contentSecurityPolicy },
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "Referrer-Policy", value: "same-origin" },
        { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=()" },
      ],
    },
  ],
};

export default config;
