import { afterAll, expect, test } from "bun:test";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { completeReport } from "./test-report.ts";

const folder = mkdtempSync(join(tmpdir(), "althing-report-"));
const reportPath = join(folder, "junit.xml");
afterAll(() => rmSync(folder, { recursive: true }));

const report = (inside: string) => `<testsuites>\n<testsuite name="a.test.ts">${inside}</testsuite>\n</testsuites>\n`;
const failuresIn = (text: string) => text.split("<failure").length - 1;

test("a report that tells all is left as it is", () => {
  writeFileSync(reportPath, report('<testcase name="one"/>'));
  expect(completeReport({ reportPath, files: ["a.test.ts"], exitCode: 0 })).toEqual([]);
  expect(readFileSync(reportPath, "utf8")).toBe(report('<testcase name="one"/>'));
});

test("a file that reported nothing is a failure", () => {
  writeFileSync(reportPath, report('<testcase name="one"/>'));
  const missing = completeReport({ reportPath, files: ["a.test.ts", "b.test.ts"], exitCode: 1 });
  expect(missing).toEqual(["b.test.ts reported no tests: it could not be loaded, or holds none."]);
  const completed = readFileSync(reportPath, "utf8");
  expect(failuresIn(completed)).toBe(1);
  expect(completed.trimEnd()).toEndWith("</testsuites>");
});

test("a bad end that no failure explains is a failure", () => {
  writeFileSync(reportPath, report('<testcase name="one"/>'));
  expect(completeReport({ reportPath, files: ["a.test.ts"], exitCode: 7 })).toHaveLength(1);
  writeFileSync(reportPath, report('<testcase name="one"><failure/></testcase>'));
  expect(completeReport({ reportPath, files: ["a.test.ts"], exitCode: 1 })).toEqual([]);
});

test("half a report and none are told, and not mended", () => {
  writeFileSync(reportPath, '<testsuites>\n<testsuite name="a.test.ts">');
  expect(completeReport({ reportPath, files: ["a.test.ts"], exitCode: 0 })).toHaveLength(1);
  rmSync(reportPath);
  expect(completeReport({ reportPath, files: ["a.test.ts"], exitCode: 0 })).toHaveLength(1);
  expect(existsSync(reportPath)).toBe(false);
});
