#!/usr/bin/env bash
# Every speed that the README states: routers in-process, then the page in a real Chromium against the production build.
set -eu
cd "$(dirname "$0")/.."
export NEXT_TELEMETRY_DISABLED=1
npm run -s routellm -- bench
npm run -s build >/dev/null
CHROMIUM_PATH=$(node --import tsx scripts/ensure-chromium.ts)
export CHROMIUM_PATH
npx playwright test --project desktop --workers 1 --reporter list page-speed drag-performance
for name in first-load action drag; do
  printf '\n%s: ' "$name"
  tr -d '\n' <"bench-results/$name.json"
done
printf '\n'
