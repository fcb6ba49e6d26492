const linesPerFailure = 40;
const columnsPerLine = 240;

export function totals(results) {
  const sum = (field) => results.reduce((total, result) => total + result[field], 0);
  return { passed: sum("passed"), failed: sum("failed"), skipped: sum("skipped"), seconds: sum("seconds") };
}

export function printFailures(results) {
  for (const { name: suite, failures } of results) {
    for (const { name, message } of failures) {
      const lines = message.split("\n");
      console.log(`\nFAILED ${suite}: ${name}`);
      console.log(lines.slice(0, linesPerFailure).map((line) => `    ${line.slice(0, columnsPerLine)}`).join("\n"));
    }
  }
}

export function printSkips(results) {
  const reasons = new Map();
  for (const { name, skips } of results) {
    for (const { reason } of skips) {
      const key = `${name}: ${reason}`;
      reasons.set(key, (reasons.get(key) ?? 0) + 1);
    }
  }
  if (reasons.size > 0) console.log("\nSkipped");
  for (const [reason, count] of reasons) console.log(`    ${count} x ${reason}`);
}

export function printTable(results) {
  const width = Math.max(5, ...results.map((result) => result.name.length));
  const row = (name, ...cells) => console.log(`${name.padEnd(width)} ${cells.map((cell) => String(cell).padStart(8)).join("")}`);
  console.log();
  row("suite", "passed", "failed", "skipped", "seconds");
  for (const result of results) row(result.name, result.passed, result.failed, result.skipped, result.seconds.toFixed(1));
}
