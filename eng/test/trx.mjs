import { readFileSync } from "node:fs";
import { attribute, element } from "./xml.mjs";

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
