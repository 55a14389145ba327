/** The floors hold, and bite: a small tree that breaks each rule once is told exactly so, and the real one breaks none. */
import { afterAll, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { rules, scanSources } from "./scan.ts";

type Cruise = {
  modules: { source: string; dependencies: { resolved: string }[] }[];
  summary: { violations: { from: string; to: string; rule: { name: string } }[] };
};

const root = join(import.meta.dir, "../../../..");
const config: { forbidden: { name: string }[] } = createRequire(import.meta.url)(`${root}/.dependency-cruiser.cjs`);

const server = "apps/server/src";
const messages = `${server}/modules/messages`;
const rooms = `${server}/modules/rooms`;
const web = "apps/web/src";

/** Which rule forbids which file to import what: a file, or a package. */
const forbiddenImports: [rule: string, file: string, imported: string][] = [
  ["contract-sees-what-is-below", "packages/contract/src/a.ts", "packages/sdk/src/index.ts"],
  ["sdk-sees-what-is-below", "packages/sdk/src/a.ts", `${server}/server.ts`],
  ["web-sees-what-is-below", "apps/web/src/a.ts", `${server}/server.ts`],
  ["cli-sees-what-is-below", "apps/cli/src/a.ts", "packages/testkit/src/index.ts"],
  ["server-sees-what-is-below", `${server}/main.ts`, "packages/testkit/src/index.ts"],
  ["server-sees-what-is-below", `${server}/kernel/client.ts`, "packages/sdk/src/index.ts"],
  ["platform-sees-what-is-below", `${server}/platform/mail/a.ts`, `${server}/kernel/tx.ts`],
  ["platform-sees-what-is-below", `${server}/platform/mail/b.ts`, `${server}/config.ts`],
  ["kernel-sees-what-is-below", `${server}/kernel/a.ts`, `${rooms}/index.ts`],
  ["kernel-sees-what-is-below", `${server}/kernel/b.ts`, `${server}/transport/http/app.ts`],
  ["transport-sees-what-is-below", `${server}/transport/http/a.ts`, `${rooms}/index.ts`],
  ["transport-sees-what-is-below", `${server}/transport/http/b.ts`, `${server}/server.ts`],
  ["modules-sees-what-is-below", `${rooms}/actions/a.ts`, `${server}/transport/http/app.ts`],
  ["modules-meet-at-the-door", `${messages}/actions/a.ts`, `${rooms}/queries/get-room.ts`],
  ["modules-meet-at-the-door", `${messages}/store/a.ts`, `${rooms}/tables.ts`],
  ["modules-use-earlier-ones", `${rooms}/actions/b.ts`, `${messages}/index.ts`],
  ["parts-sees-what-is-below", `${web}/parts/a.ts`, `${web}/i18n/index.ts`],
  ["i18n-sees-what-is-below", `${web}/i18n/a.ts`, `${web}/ui/button.ts`],
  ["ui-sees-what-is-below", `${web}/ui/a.ts`, `${web}/connection/index.ts`],
  ["ui-sees-what-is-below", `${web}/ui/b.ts`, "packages/sdk/src/index.ts"],
  ["connection-sees-what-is-below", `${web}/connection/a.ts`, `${web}/ui/button.ts`],
  ["shell-sees-what-is-below", `${web}/shell/a.ts`, `${web}/features/rooms/index.ts`],
  ["features-sees-what-is-below", `${web}/features/rooms/a.ts`, `${web}/router.ts`],
  ["features-meet-at-the-door", `${web}/features/rooms/b.ts`, `${web}/features/accounts/use-person.ts`],
  ["features-use-earlier-ones", `${web}/features/rooms/c.ts`, `${web}/features/messages/index.ts`],
  ["queries-change-nothing", `${rooms}/queries/a.ts`, `${rooms}/actions/join-room.ts`],
  ["stores-see-tables", `${rooms}/store/a.ts`, `${rooms}/actions/join-room.ts`],
  ["stores-see-tables", `${rooms}/store/b.ts`, `${rooms}/queries/get-room.ts`],
  ["stores-see-tables", `${messages}/store.ts`, `${messages}/views.ts`],
  ["policy-and-views-are-pure", `${rooms}/policy.ts`, `${rooms}/store/rooms.ts`],
  ["policy-and-views-are-pure", `${rooms}/views.ts`, `${rooms}/store/rooms.ts`],
  ["tables-see-nothing", `${messages}/tables.ts`, `${messages}/policy.ts`],
  ["sql-only-in-stores", `${rooms}/actions/c.ts`, "kysely"],
  ["sql-only-in-stores", `${server}/transport/http/c.ts`, "pg"],
  ["actions-are-given-a-transaction", `${rooms}/actions/d.ts`, "node:fs"],
  ["actions-are-given-a-transaction", `${rooms}/queries/d.ts`, "node:http"],
  ["source-imports-no-tests", `${server}/platform/mail/c.ts`, `${server}/platform/mail/mail.test.ts`],
  ["source-imports-no-tests", `${rooms}/actions/e.ts`, `${rooms}/test/cast.ts`],
  ["no-cycles", `${server}/platform/jobs/a.ts`, `${server}/platform/jobs/b.ts`],
  ["all-imports-are-found", `${server}/platform/jobs/c.ts`, "a-package-that-is-not-there"],
];

/** The others are imports of types, because they count too; this rule is for what is left when the types are gone. */
const forbiddenValue: [rule: string, file: string, text: string] = [
  "tables-are-types",
  `${rooms}/tables.ts`,
  'import { sql } from "kysely";\nexport type Thing = typeof sql;\n',
];

const forbiddenText: [rule: string, file: string, text: string][] = [
  ["sql-text-only-in-stores", `${rooms}/actions/f.ts`, "tx.reader<RoomTables>()"],
  ["sql-text-only-in-stores", `${rooms}/queries/f.ts`, 'database.selectFrom("rooms")'],
  ["sql-text-only-in-stores", `${messages}/policy.ts`, "sql`select 1`"],
  ["sql-text-only-in-stores", `${server}/transport/http/f.ts`, 'defineStatement("a", "select 1")'],
  ["bun-only-in-platform", `${server}/kernel/f.ts`, "Bun.hash(text)"],
  ["bun-only-in-platform", `${rooms}/actions/g.ts`, 'import { Database } from "bun:sqlite";'],
  ["environment-only-in-config", `${server}/platform/mail/f.ts`, "process.env.SMTP_URL"],
  ["no-clock-but-the-transaction", `${rooms}/actions/h.ts`, "const now = new Date();"],
  ["no-clock-but-the-transaction", `${rooms}/queries/h.ts`, 'await fetch("https://example.org")'],
  ["one-connection", `${web}/shell/f.ts`, "const client = createClient({ baseUrl });"],
  ["parts-are-fetched-with-patience", `${web}/shell/g.ts`, 'const Page = lazy(() => import("./page.tsx"));'],
  ["sides-follow-the-writing", `${web}/ui/f.tsx`, '<div className="-ml-2 flex" />'],
  ["sides-follow-the-writing", `${web}/ui/g.tsx`, '<div className="absolute right-0 text-sm" />'],
  ["sides-follow-the-writing", `${web}/ui/h.tsx`, '<div className="md:text-left" />'],
  ["files-of-300-lines", "packages/sdk/src/long.ts", "const line = 1;\n".repeat(301)],
];

const folder = realpathSync(mkdtempSync(join(tmpdir(), "althing-floors-")));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(file: string, text: string): void {
  mkdirSync(join(folder, dirname(file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

function importOf(file: string, imported: string): string {
  const path = imported.endsWith(".ts") ? `./${relative(dirname(file), imported)}` : imported;
  return `import type { Thing } from "${path}";\nexport type Other = Thing;\n`;
}

function cruise(cwd: string): Cruise {
  const { stdout } = Bun.spawnSync([process.execPath, join(root, "bin/floors.mjs"), "--output-type", "json"], { cwd });
  return JSON.parse(stdout.toString());
}

test("each floor that is broken is named, and no other", () => {
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  for (const [, , imported] of forbiddenImports) {
    if (imported.endsWith(".ts")) write(imported, "export type Thing = 1;\n");
  }
  for (const [, file, imported] of forbiddenImports) write(file, importOf(file, imported));
  const [rule, file, text] = forbiddenValue;
  write(file, text);
  const back = `${server}/platform/jobs/b.ts`;
  write(back, importOf(back, `${server}/platform/jobs/a.ts`));

  const found = cruise(folder).summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);
  const broken = [...forbiddenImports, forbiddenValue].map(([rule, file]) => `${rule}: ${file}`);
  expect(found.sort()).toEqual(broken.sort());
  expect(new Set(config.forbidden.map(({ name }) => name))).toEqual(
    new Set([...forbiddenImports.map(([name]) => name), rule]),
  );
});

test("what imports do not show is found in the text", () => {
  for (const [, file, text] of forbiddenText) write(file, text);
  const found = scanSources(
    folder,
    forbiddenText.map(([, file]) => file),
  );
  expect(found.map(({ rule, file }) => [rule, file])).toEqual(forbiddenText.map(([rule, file]) => [rule, file]));
  for (const { name } of rules) expect(forbiddenText.map(([rule]) => rule)).toContain(name);
});

test("what a store, the platform and a comment say is theirs to say", () => {
  const allowed: [file: string, text: string][] = [
    [`${rooms}/store/rooms.ts`, "tx.reader<RoomTables>()"],
    [`${messages}/migrations/001_messages.ts`, "sql`create table messages ()`"],
    [`${server}/platform/secrets/f.ts`, "Bun.password.hash(password)"],
    [`${server}/config.ts`, "process.env"],
    [`${server}/kernel/i.ts`, "// Bun.serve calls this"],
    [`${web}/connection/f.ts`, "createLive({ client })"],
    [`${web}/ui/i.tsx`, '<div className="-ms-2 mx-auto end-0 overflow-y-auto text-start" />'],
    [`${rooms}/test/join-room.test.ts`, "const now = new Date();"],
  ];
  for (const [file, text] of allowed) write(file, text);
  const files = allowed.map(([file]) => file);
  expect(scanSources(folder, files)).toEqual([]);
});

test("the real tree keeps to its floors", () => {
  const { modules, summary } = cruise(root);
  expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  // A tool that cannot read TypeScript, or follow a package by its name, would find nothing wrong either.
  expect(modules.filter(({ source }) => source.startsWith(server)).length).toBeGreaterThan(100);
  const seen = modules.find(({ source }) => source === `${server}/kernel/failure.ts`)?.dependencies ?? [];
  expect(seen.map(({ resolved }) => resolved)).toContain("packages/contract/src/index.ts");
}, 60_000);

test("the real sources keep to what a scan can see", () => {
  const sources = new Bun.Glob("{apps,packages,bench,tools}/**/*.{ts,tsx}").scanSync({ cwd: root });
  const files = [...sources].filter((file) => !file.includes("node_modules/"));
  expect(scanSources(root, files).map(({ rule, file, line }) => `${rule}: ${file}:${line}`)).toEqual([]);
});
