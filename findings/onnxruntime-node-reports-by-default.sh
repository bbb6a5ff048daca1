#!/usr/bin/env bash
# onnxruntime-node 1.30.0 (npm), Linux x64. Its README, types and `env` name no telemetry, but opening a model by default
#   - keeps a queue and a device id in ~/.cache/Microsoft/DeveloperTools/.onnxruntime,
#   - writes a log, mat-debug-PID.log, into the temporary folder, one a process and never removed,
#   - looks up mobile.events.data.microsoft.com at once (strace shows it; here the network is cut off first).
# ORT_DISABLE_TELEMETRY=1 stops all of it, 0 and false count as unset. Set in a worker thread that opens the model it has
# no effect: native code sees the main thread's environment only.
#
# Output seen on Node 20.20:
#   by default: queue, log; ORT_DISABLE_TELEMETRY=0: queue, log; =1: nothing; =1, set in a worker thread: queue, log
# Fails if that changes. Needs the npm registry, and unshare (util-linux), so that nothing is sent from here.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{"private":true,"type":"module"}' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact onnxruntime-node@1.30.0
cat >open.mjs <<'PROGRAM'
import { isMainThread, Worker } from "node:worker_threads";
import { InferenceSession } from "onnxruntime-node";

const part = (field, bytes) => [field * 8 + 2, bytes.length, ...bytes];
const text = (field, value) => part(field, [...Buffer.from(value)]);
const vector = part(1, [8, 1, ...part(2, part(1, [8, 1]))]); // float[1]
const port = (field, name) => part(field, [...text(1, name), ...part(2, vector)]);
const node = part(1, [...text(1, "x"), ...text(2, "y"), ...text(4, "Identity")]);
const graph = part(7, [...node, ...text(2, "g"), ...port(11, "x"), ...port(12, "y")]);
const model = Uint8Array.from([8, 8, ...part(8, [16, 17]), ...graph]);

if (isMainThread && process.argv[2] === "thread") {
  new Worker(new URL(import.meta.url));
} else {
  if (!isMainThread) process.env.ORT_DISABLE_TELEMETRY = "1";
  await InferenceSession.create(model);
}
PROGRAM
left() { # left [NAME=VALUE] [thread]: what a process leaves with its user
  rm -rf home
  mkdir home
  local setting=() mode=${2-}
  if [ -n "${1-}" ]; then setting=("$1"); fi
  env -u CI -u XDG_CACHE_HOME -u ORT_DISABLE_TELEMETRY HOME="$folder/home" TMPDIR="$folder/home" \
    ${setting[@]+"${setting[@]}"} unshare -rn node open.mjs $mode
  local seen=()
  if [ -e home/.cache/Microsoft/DeveloperTools/.onnxruntime/onnxruntime.db ]; then seen+=(queue); fi
  if compgen -G 'home/mat-debug-*.log' >/dev/null; then seen+=(log); fi
  if [ ${#seen[@]} -eq 0 ]; then echo nothing; else (IFS=,; echo "${seen[*]}" | sed 's/,/, /'); fi
}
expected="by default: queue, log; ORT_DISABLE_TELEMETRY=0: queue, log; =1: nothing; =1, set in a worker thread: queue, log"
seen="by default: $(left); ORT_DISABLE_TELEMETRY=0: $(left ORT_DISABLE_TELEMETRY=0)"
seen="$seen; =1: $(left ORT_DISABLE_TELEMETRY=1); =1, set in a worker thread: $(left '' thread)"
echo "$seen"
[ "$seen" = "$expected" ]
