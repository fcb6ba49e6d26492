// What there is to run: every test project, the web app's lint and unit tests, and the tests in a real browser.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readJunit } from "./junit.mjs";
import { readTrx } from "./trx.mjs";
import { readVitest } from "./vitest.mjs";

/**
 * A suite: what to run and how to read its results.
 * `alone`: measures time or takes the whole machine, so it gets it (in the project: <RunAlone>true</RunAlone>).
 */
export function findSuites(root) {
  return [...webSuites(join(root, "src/LeadRouter.Web")), ...dotnetSuites(join(root, "tests")), browserSuite(join(root, "tests/browser"))];
}

function dotnetSuites(tests) {
  const folders = readdirSync(tests, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
  return folders.flatMap((folder) =>
    readdirSync(join(tests, folder)).filter((file) => file.endsWith(".csproj")).map((file) => {
      const project = join(tests, folder, file);
      const text = readFileSync(project, "utf8");
      return {
        name: file.replace(/\.csproj$/, ""),
        support: !file.endsWith("Tests.csproj") && !text.includes("Microsoft.NET.Test.Sdk"),
        alone: text.includes("<RunAlone>true</RunAlone>"),
        command: (results) => ["dotnet", "test", project, "-c", "Release", "--no-build", "--nologo", "--results-directory", results, "--logger", "trx;LogFileName=results.trx"],
        read: (results) => readTrx(join(results, "results.trx")),
      };
    })).filter((suite) => !suite.support);
}

function browserSuite(directory) {
  return {
    name: "browser",
    directory,
    alone: true,
    command: (results) => [
      "npm", "test", "--silent", "--", "--test-reporter=spec", "--test-reporter-destination=stdout",
      "--test-reporter=junit", `--test-reporter-destination=${join(results, "results.xml")}`,
    ],
    read: (results) => readJunit(join(results, "results.xml")),
  };
}

function webSuites(web) {
  if (!existsSync(web)) return [];
  return [
    {
      name: "web-lint",
      directory: web,
      command: () => ["npm", "run", "lint", "--silent"],
      // The exit code decides: run-suite counts a failure of the command itself.
      read: (_, exitCode) => ({ passed: exitCode === 0 ? 1 : 0, failed: 0, skips: [], failures: [] }),
    },
    {
      name: "web-unit-tests",
      directory: web,
      command: (results) => ["npm", "test", "--silent", "--", "--reporter=default", "--reporter=json", `--outputFile.json=${join(results, "vitest.json")}`],
      read: (results) => readVitest(join(results, "vitest.json")),
    },
  ];
}
