import { spawn } from "node:child_process";
import { createWriteStream, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { once } from "node:events";

const minutesPerSuite = 15;

/** Runs a suite to its end. Whatever goes wrong with the suite itself counts as one failure. */
export async function runSuite(suite, folder) {
  const started = Date.now();
  const logFile = join(folder, "suite.log");
  const { exitCode, trouble } = await runCommand(suite, folder, logFile);
  const result = readResults(suite, folder, exitCode);
  const broken = trouble ?? brokenBy(result, exitCode);
  if (broken) {
    result.failed += 1;
    result.failures.push({ name: `${suite.name}: ${broken}`, message: lastLines(logFile, 40) });
  }
  return { name: suite.name, seconds: (Date.now() - started) / 1000, skipped: result.skips.length, ...result };
}

async function runCommand(suite, folder, logFile) {
  const log = createWriteStream(logFile);
  const [program, ...args] = suite.command(folder);
  // Its own process group, so that a suite that hangs is ended with all it has started.
  const child = spawn(program, args, {
    cwd: suite.directory,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, LEADROUTER_TEST_OUTPUT: folder },
  });
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  let trouble;
  const deadline = setTimeout(() => {
    trouble = `did not end within ${minutesPerSuite} minutes`;
    process.kill(-child.pid, "SIGKILL");
  }, minutesPerSuite * 60_000);
  const stop = (signal) => {
    trouble = `was stopped by ${signal}`;
    process.kill(-child.pid, "SIGTERM");
  };
  process.on("SIGINT", stop).on("SIGTERM", stop);
  const exitCode = await Promise.race([once(child, "exit").then(([code, signal]) => code ?? signal), once(child, "error").then(([error]) => ((trouble = error.message), 1))]);
  process.off("SIGINT", stop).off("SIGTERM", stop);
  clearTimeout(deadline);
  log.end();
  return { exitCode, trouble };
}

function readResults(suite, folder, exitCode) {
  try {
    return suite.read(folder, exitCode);
  } catch (error) {
    return { passed: 0, failed: 0, skips: [], failures: [], unreadable: error.message };
  }
}

function brokenBy(result, exitCode) {
  if (result.unreadable) return `left no readable results (exit code ${exitCode}; ${result.unreadable})`;
  if (exitCode !== 0 && result.failed === 0) return `ended with exit code ${exitCode}`;
  if (result.passed + result.failed + result.skips.length === 0) return "ran no test";
  return undefined;
}

function lastLines(file, count) {
  return existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n").slice(-count).join("\n") : "";
}
