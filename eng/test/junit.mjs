import { readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";
import { attribute, decode } from "./xml.mjs";

/** Reads the results of `node --test --test-reporter=junit`. */
export function readJunit(file) {
  const text = stripVTControlCharacters(readFileSync(file, "utf8"));
  if (!text.includes("</testsuites>")) throw new Error("the results break off");
  const tests = [];
  let suite = "";
  for (const [, name, head, inside = ""] of text.matchAll(/<testsuite name="([^"]*)"|<testcase\b([^>]*?)(?:\/>|>([\s\S]*?)<\/testcase>)/g)) {
    if (name === undefined) tests.push({ name: `${suite}: ${attribute(head, "name")}`, inside });
    else suite = decode(name);
  }
  const skipped = tests.filter(({ inside }) => inside.includes("<skipped"));
  const failed = tests.filter(({ inside }) => inside.includes("<failure"));
  return {
    passed: tests.length - skipped.length - failed.length,
    failed: failed.length,
    skips: skipped.map(({ name, inside }) => ({ name, reason: decode(attribute(/<skipped\b([^>]*)/.exec(inside)[1], "message")) || "no reason given" })),
    failures: failed.map(({ name, inside }) => ({ name, message: decode(/<failure\b[^>]*>([\s\S]*?)<\/failure>/.exec(inside)?.[1] ?? "").trim() })),
  };
}
