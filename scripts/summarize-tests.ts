/**
 * Prints what the two runners' reports say, and last `N passed, N failed` on a line of its own.
 * Arguments: the checks that failed, by name. Each that is not itself a test run, and each missing report, counts as
 * one failure, so that no failure hides behind a zero.
 */
import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

type Count = { passed: number; failed: number; leftOut: number };

const vitestReport = z
  .object({
    numPassedTests: z.number(),
    numFailedTests: z.number(),
    numPendingTests: z.number(),
    numTodoTests: z.number(),
    success: z.boolean(),
  })
  .transform(
    (report): Count => ({
      passed: report.numPassedTests,
      // A file that does not load has no tests to fail.
      failed: report.success ? 0 : Math.max(1, report.numFailedTests),
      leftOut: report.numPendingTests + report.numTodoTests,
    }),
  );

const playwrightReport = z
  .object({
    stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
    errors: z.array(z.unknown()),
  })
  .transform(
    ({ stats, errors }): Count => ({
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky + errors.length,
      leftOut: stats.skipped,
    }),
  );

const RUNNERS = [
  { name: "unit and contract tests", file: "test-results/vitest.json", schema: vitestReport },
  { name: "end-to-end tests", file: "test-results/playwright.json", schema: playwrightReport },
];

let passed = 0;
let failed = 0;
for (const { name, file, schema } of RUNNERS) {
  if (!existsSync(file)) {
    console.log(`${name}: no report, counted as one failure`);
    failed += 1;
    continue;
  }
  const count = schema.parse(JSON.parse(readFileSync(file, "utf8")));
  console.log(`${name}: ${count.passed} passed, ${count.failed} failed, ${count.leftOut} left out`);
  passed += count.passed;
  failed += count.failed;
}

const failedChecks = process.argv.slice(2);
const otherChecks = failedChecks.filter((check) => !RUNNERS.some((runner) => runner.name === check));
for (const check of otherChecks) {
  console.log(`${check}: failed, counted as one failure`);
}
failed += otherChecks.length;
// A runner that ended badly though its report shows no failure.
if (failedChecks.length > 0 && failed === 0) {
  console.log(`${failedChecks.join(", ")}: ended with an error, counted as one failure`);
  failed = 1;
}

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
