// Prints one hash over the names and contents of the files and folders that standard input lists, one a line.
// What builds leave inside a folder does not count, unless it is listed itself.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const skipped = new Set(["node_modules", "bin", "obj", "dist", "coverage", "TestResults"]);
const hash = createHash("sha256");

function add(path) {
  if (!existsSync(path)) {
    hash.update(`missing ${path}\n`);
  } else if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) {
      if (!skipped.has(name)) add(join(path, name));
    }
  } else {
    hash.update(`${path} ${createHash("sha256").update(readFileSync(path)).digest("hex")}\n`);
  }
}

readFileSync(0, "utf8").split("\n").filter(Boolean).forEach(add);
console.log(hash.digest("hex"));
