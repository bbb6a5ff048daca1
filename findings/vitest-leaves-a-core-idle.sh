#!/usr/bin/env bash
# Vitest 4.1.12 (npm), https://vitest.dev/config/maxworkers: "Default: if watch is disabled, uses all available
# parallelism". Seen: `vitest run` uses one worker fewer than os.availableParallelism(), so that on two cores test files
# run one after another; `--maxWorkers=100%` gives the documented two. (dist/chunks/cli-api.*.js: numCpus - 1.)
#
# Two files wait 2 s each on two cores (taskset). Output seen on Node 20.20:
#   cores 2, by default: 1 at once; with --maxWorkers=100%: 2 at once
# Fails if that changes. Needs the npm registry and taskset (util-linux).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{"private":true,"type":"module"}' >package.json
npm install --silent --no-audit --no-fund --save-exact vitest@4.1.12
for name in a b; do
  cat >"$name.test.js" <<'TEST'
import { appendFileSync } from "node:fs";
import { it } from "vitest";
it("waits", async () => {
  appendFileSync("log", "+");
  await new Promise((resolve) => setTimeout(resolve, 2000));
  appendFileSync("log", "-");
});
TEST
done
at_once() {
  rm -f log
  taskset -c 0,1 npx vitest run "$@" >/dev/null
  case $(cat log) in
    +-+-) echo 1 ;;
    ++--) echo 2 ;;
    *) echo "unclear: $(cat log)" ;;
  esac
}
cores=$(taskset -c 0,1 node -p 'os.availableParallelism()')
seen="cores $cores, by default: $(at_once) at once; with --maxWorkers=100%: $(at_once --maxWorkers=100%) at once"
echo "$seen"
[ "$seen" = "cores 2, by default: 1 at once; with --maxWorkers=100%: 2 at once" ]
