/**
 * Puts together all that the built application needs to run on a bare node, and nothing else: the server with its traced
 * packages, and each program beside it (command line, scoring threads, training on votes) as one file. The Dockerfile copies this folder; it
 * runs as well without any container: `node serve.mjs`, `node programs/routellm.mjs`.
 *
 * Usage: npm run -s assemble-image -- FOLDER, after `npm run build`. The folder must be new or empty.
 */
import { existsSync } from "node:fs";
import { cp, mkdir, readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { z } from "zod";
import { buildPrograms } from "./build-programs";

const STANDALONE = ".next/standalone";

/** In the standalone folder; the tracer also copies sources that it saw named, which nothing there runs. */
const OF_STANDALONE = [".next", "node_modules", "drizzle", "templates", "package.json", "serve.mjs"];

const { header } = z
  .object({ header: z.object({ glibcVersionRuntime: z.string().optional() }) })
  .parse(process.report.getReport());
const OTHER_C_LIBRARY = header.glibcVersionRuntime === undefined ? /-gnu(\/|$)/ : /-musl(\/|$)/;

const [target] = process.argv.slice(2);
if (target === undefined) fail("Give the folder to put the application into: npm run -s assemble-image -- FOLDER");
if (!existsSync(join(STANDALONE, "serve.mjs"))) fail("There is no build: run npm run build first");
if (existsSync(target) && (await readdir(target)).length > 0) fail(`${target} is not empty: give a new folder`);

await mkdir(target, { recursive: true });
for (const part of OF_STANDALONE) {
  // Next names packages by links that hold within the folder.
  await cp(join(STANDALONE, part), join(target, part), { recursive: true, verbatimSymlinks: true, filter: isUsed });
}
await cp("public", join(target, "public"), { recursive: true });
await cp(".next/static", join(target, ".next/static"), { recursive: true });
// Read beside the program that needs it.
await cp("lib/judging/judge-prompt.md", join(target, "programs/judge-prompt.md"));
await buildPrograms(join(target, "programs"), ["routellm", "retraining-process", "scoring-thread"]);

/** Next would resize pictures with `sharp`, but there are none; of two builds of the database one runs on this C library. */
function isUsed(path: string): boolean {
  const name = relative(join(STANDALONE, "node_modules"), path);
  return !/^(sharp|@img)(\/|$)/.test(name) && !(name.startsWith("@libsql/") && OTHER_C_LIBRARY.test(name));
}

function fail(problem: string): never {
  process.stderr.write(`${problem}.\n`);
  process.exit(1);
}
