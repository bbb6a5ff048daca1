import type { NextConfig } from "next";

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  // The routers' weights are read from public/artifacts at run time, not imported: name them for the file tracer.
  outputFileTracingIncludes: { "/": ["./public/artifacts/**/*"] },
};

export default config;
