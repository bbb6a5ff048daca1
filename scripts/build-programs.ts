import { build } from "esbuild";
import { SERVER_PROGRAMS } from "@/lib/runs/program";

/** Programs and the files that they come from. */
const PROGRAMS = {
  routellm: "lib/cli/main.ts",
  ...SERVER_PROGRAMS,
};

/** Left to node_modules: native, or loading files of their own by name. What trains transformers is not in an image. */
const EXTERNAL = [
  ...["onnxruntime-node", "@libsql/client", "@huggingface/tokenizers", "piscina", "bullmq", "ioredis", "pino"],
  "@jax-js/jax",
];

/** Makes each program one file, which needs neither TypeScript's compiler nor a loader in each thread that runs it. */
export async function buildPrograms(outdir: string, names: readonly (keyof typeof PROGRAMS)[]): Promise<void> {
  await build({
    entryPoints: Object.fromEntries(names.map((name) => [name, PROGRAMS[name]])),
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    minifySyntax: true,
    platform: "node",
    target: "node20",
    format: "esm",
    external: EXTERNAL,
    // Packages in the older format ask for parts of node by `require`.
    banner: { js: 'import { createRequire } from "node:module";\nconst require = createRequire(import.meta.url);' },
    logLevel: "warning",
  });
}
