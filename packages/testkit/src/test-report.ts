// Completes the JUnit report that Bun leaves: it is silent about files that could not be loaded or hold no tests.
import { existsSync, readFileSync, writeFileSync } from "node:fs";

export type TestRun = { reportPath: string; files: readonly string[]; exitCode: number };

const end = "</testsuites>";

/** Adds a failure for all that should have been reported and was not; gives what it added. */
export function completeReport({ reportPath, files, exitCode }: TestRun): string[] {
  const report = existsSync(reportPath) ? readFileSync(reportPath, "utf8").trimEnd() : "";
  if (!report.endsWith(end)) return ["The tests left no readable report."];
  const silent = files
    .filter((file) => !report.includes(`<testsuite name="${file}"`))
    .map((file) => `${file} reported no tests: it could not be loaded, or holds none.`);
  const isUnexplained = exitCode !== 0 && silent.length === 0 && !report.includes("<failure");
  const missing = isUnexplained ? [`The tests ended with code ${exitCode}, and none of them failed.`] : silent;
  const suites = missing.map((text) => `<testsuite><testcase name="${text}"><failure/></testcase></testsuite>\n`);
  writeFileSync(reportPath, `${report.slice(0, -end.length)}${suites.join("")}${end}\n`);
  return missing;
}
