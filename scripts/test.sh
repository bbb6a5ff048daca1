#!/usr/bin/env bash
# Every check and every test, each also when one before it failed. The last line counts the tests of both runners.
set -u
cd "$(dirname "$0")/.." || exit 1
rm -rf test-results && mkdir -p test-results
export NEXT_TELEMETRY_DISABLED=1
failed_checks=()

check() { # check NAME COMMAND...
  local name=$1
  shift
  printf '\n== %s\n' "$name"
  local begin=$SECONDS
  if "$@"; then
    printf -- '-- %s: ok (%d s)\n' "$name" $((SECONDS - begin))
  else
    printf -- '-- %s: FAILED (%d s)\n' "$name" $((SECONDS - begin))
    failed_checks+=("$name")
    return 1
  fi
}

end_to_end() {
  CHROMIUM_PATH=$(node --import tsx scripts/ensure-chromium.ts) || return 1
  export CHROMIUM_PATH
  npx playwright test
}

check "style and rooms" npm run -s lint
check "types" npm run -s typecheck
check "unused code" npx knip
check "unit and contract tests" npx vitest run --reporter=default --reporter=json --outputFile.json=test-results/vitest.json
if check "build" npm run -s build; then
  check "end-to-end tests" end_to_end
else
  printf '\n== end-to-end tests\n-- not run: there is no build to test\n'
fi

printf '\n'
node --import tsx scripts/summarize-tests.ts ${failed_checks[@]+"${failed_checks[@]}"}
