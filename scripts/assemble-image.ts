/**
 * Puts together all that the built application needs to run on a bare node, and nothing else: the server with its traced
 * packages, and each program beside it (command line, scoring threads) as one file. The Dockerfile copies this folder; it
 * runs as well without any container: `node serve.mjs`, `node programs/routellm.mjs`.
 *
 * Usage: npm run -s assemble-image -- FOLDER, after `npm run build`. The folder must be new or empty.
 */
import { existsSync } from "node:fs";
import { cp, mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";

const STANDALONE = ".next/standalone";

/** In the standalone folder; the tracer also copies sources that it saw named, which nothing there runs. */
const OF_STANDALONE = [".next", "node_modules", "drizzle", "templates", "package.json", "serve.mjs"];

/** Programs and the files that they come from. */
const PROGRAMS = {
  routellm: "lib/cli/main.ts",
  "scoring-thread": "lib/server/scoring-thread.ts",
};

/** Left to node_modules: native, or loading files of their own by name. What trains transformers is not in an image. */
const EXTERNAL = [
  ...["onnxruntime-node", "@libsql/client", "@huggingface/tokenizers", "piscina", "bullmq", "ioredis", "pino"],
  "@jax-js/jax",
];

const [target] = process.argv.slice(2);
if (target === undefined) fail("Give the folder to put the application into: npm run -s assemble-image -- FOLDER");
if (!existsSync(join(STANDALONE, "serve.mjs"))) fail("There is no build: run npm run build first");
if (existsSync(target) && (await readdir(target)).length > 0) fail(`${target} is not empty: give a new folder`);

await mkdir(target, { recursive: true });
for (const part of OF_STANDALONE) {
  await cp(join(STANDALONE, part), join(target, part), { recursive: true, dereference: true });
}
await cp("public", join(target, "public"), { recursive: true });
await cp(".next/static", join(target, ".next/static"), { recursive: true });
await build({
  entryPoints: PROGRAMS,
  outdir: join(target, "programs"),
  outExtension: { ".js": ".mjs" },
  bundle: true,
  splitting: true,
  minifySyntax: true,
  platform: "node",
  target: "node20",
  format: "esm",
  conditions: ["react-server"],
  external: EXTERNAL,
  // Packages in the older format ask for parts of node by `require`.
  banner: { js: 'import { createRequire } from "node:module";\nconst require = createRequire(import.meta.url);' },
  logLevel: "warning",
});

function fail(problem: string): never {
  process.stderr.write(`${problem}.\n`);
  process.exit(1);
}
