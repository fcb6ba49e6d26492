import { readFileSync } from "node:fs";

/** Reads the results of vitest's json reporter. */
export function readVitest(file) {
  const files = JSON.parse(readFileSync(file, "utf8")).testResults;
  const tests = files.flatMap((one) => one.assertionResults);
  const failed = tests.filter((test) => test.status === "failed");
  const passed = tests.filter((test) => test.status === "passed");
  const skipped = tests.filter((test) => test.status !== "failed" && test.status !== "passed");
  // A file that cannot even be loaded has no tests to blame.
  const broken = files.filter((one) => one.status === "failed" && !one.assertionResults.some((test) => test.status === "failed"));
  return {
    passed: passed.length,
    failed: failed.length + broken.length,
    skips: skipped.map((test) => ({ name: test.fullName, reason: test.status })),
    failures: [
      ...failed.map((test) => ({ name: test.fullName, message: (test.failureMessages ?? []).join("\n") })),
      ...broken.map((one) => ({ name: one.name, message: one.message ?? "" })),
    ],
  };
}
