// Runs the test suites, two at a time, and sums up. Called by ./test, which has built everything.
import { mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { findSuites } from "./test/suites.mjs";
import { runSuite } from "./test/run-suite.mjs";
import { printFailures, printSkips, printTable, totals } from "./test/report.mjs";

const atOnce = 2;
const root = resolve(import.meta.dirname, "..");
const output = join(root, ".test-output");
const words = process.argv.slice(2);
const started = Date.now() - 1000 * Number(process.env.LEADROUTER_TEST_STARTED_SECONDS_AGO ?? 0);

if (words.length === 0) rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });

const suites = findSuites(root).filter((suite) => words.length === 0 || words.some((word) => suite.name.includes(word)));
const results = [];

async function run(suite) {
  const folder = join(output, suite.name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const result = await runSuite(suite, folder);
  results.push(result);
  console.log(`${result.failed ? "FAIL" : "ok  "} ${suite.name} (${result.passed} passed, ${result.seconds.toFixed(1)} s)`);
}

async function runAll(waiting) {
  for (let suite = waiting.shift(); suite && !stopped; suite = waiting.shift()) await run(suite);
}

// Whoever stops us wants an end, and still sees what there is: the suites under way are ended, no other is begun.
let stopped = false;
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => (stopped = true));

const together = suites.filter((suite) => !suite.alone);
await Promise.all(Array.from({ length: atOnce }, () => runAll(together)));
await runAll(suites.filter((suite) => suite.alone));

results.sort((a, b) => a.name.localeCompare(b.name));
printFailures(results);
printSkips(results);
printTable(results);
const sum = totals(results);
if (results.length === 0) {
  console.log("No suite was found.");
  sum.failed = 1;
}
console.log(`Total time ${((Date.now() - started) / 1000).toFixed(0)} s. Logs are in .test-output/`);
console.log(`${sum.passed} passed, ${sum.failed} failed${sum.skipped ? `, ${sum.skipped} skipped` : ""}`);
process.exitCode = sum.failed ? 1 : 0;
