import { readFileSync } from "node:fs";

const entities = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** Reads the results of `dotnet test --logger trx`. */
export function readTrx(file) {
  const text = readFileSync(file, "utf8");
  const results = [...text.matchAll(/<UnitTestResult\b([^>]*?)(\/>|>([\s\S]*?)<\/UnitTestResult>)/g)].map((match) => ({
    name: attribute(match[1], "testName"),
    outcome: attribute(match[1], "outcome"),
    message: element(match[3] ?? "", "Message") || element(match[3] ?? "", "StdOut"),
    stack: element(match[3] ?? "", "StackTrace"),
  }));
  if (!text.includes("<ResultSummary")) throw new Error("the results break off");
  const passed = results.filter((result) => result.outcome === "Passed");
  const skipped = results.filter((result) => result.outcome === "NotExecuted");
  const failed = results.filter((result) => result.outcome !== "Passed" && result.outcome !== "NotExecuted");
  return {
    passed: passed.length,
    failed: failed.length,
    skips: skipped.map(({ name, message }) => ({ name, reason: message || "no reason given" })),
    failures: failed.map(({ name, message, stack }) => ({ name, message: `${message}\n${stack}`.trim() })),
  };
}

function attribute(text, name) {
  return decode(new RegExp(`\\b${name}="([^"]*)"`).exec(text)?.[1] ?? "");
}

function element(text, name) {
  return decode(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(text)?.[1] ?? "").trim();
}

function decode(text) {
  return text.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (whole, hex, decimal, name) =>
    hex ? String.fromCodePoint(parseInt(hex, 16)) : decimal ? String.fromCodePoint(Number(decimal)) : (entities[name] ?? whole));
}
