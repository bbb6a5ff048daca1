#!/usr/bin/env bash
# tsx 4.23.15 with piscina 5.3.2 (npm). A piscina thread started with execArgv ["--import", "tsx"] runs a TypeScript file
# whose static `import … from "./name"` (no extension) resolves, but the dynamic `import("./name")` of the same file does
# not: the file is loaded through require(), where tsx's hooks are, and import() goes to Node's own resolver. On the main
# thread, `node --import tsx`, both resolve. So code that is lazy by import() works in the process and fails in its pool.
#
# Output seen on Node 20.20:
#   main thread: static and dynamic; piscina thread: static, then ERR_MODULE_NOT_FOUND for the dynamic one
# Fails if that changes. Needs the npm registry.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{"private":true,"type":"module"}' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact tsx@4.23.15 piscina@5.3.2
echo 'export const one: string = "static";' >one.ts
echo 'export const two: string = "dynamic";' >two.ts
cat >task.ts <<'PROGRAM'
import { one } from "./one";
export default async (): Promise<string> => {
  const second = await import("./two").then(
    ({ two }) => two,
    (error: NodeJS.ErrnoException) => String(error.code),
  );
  return `${one}, ${second}`;
};
PROGRAM
cat >main.ts <<'PROGRAM'
import { fileURLToPath } from "node:url";
import { Piscina } from "piscina";
import task from "./task";

console.log(`main thread: ${await task()}`);
const filename = fileURLToPath(new URL("task.ts", import.meta.url));
const pool = new Piscina({ filename, execArgv: ["--import", "tsx"], minThreads: 1, maxThreads: 1 });
console.log(`piscina thread: ${await pool.run(undefined)}`);
await pool.destroy();
PROGRAM
seen=$(node --import tsx main.ts)
echo "$seen"
[ "$seen" = "main thread: static, dynamic
piscina thread: static, ERR_MODULE_NOT_FOUND" ]
