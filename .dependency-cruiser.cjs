// The floors of ARCHITECTURE.md as rules. apps/server/test/architecture/floors.test.ts proves that each of them bites;
// what imports do not show (SQL, Bun, the environment, the clock) is found by scan.ts beside it.
const { readFileSync } = require("node:fs");
const { join } = require("node:path");

const tests = "/(test|e2e)/|\\.(test|fixture|check)\\.ts$";
const server = "apps/server/src";
const modules = `${server}/modules`;

/** The order of the modules is told once, where the server lists them. */
const [, list] = readFileSync(join(__dirname, server, "modules.ts"), "utf8").split("= [");
const order = Array.from(list.matchAll(/(\w+)Module\b/g), ([, name]) => name);

const forbid = (name, from, to) => ({ name, severity: "error", from, to });

/** What lies in `folder` sees itself and what is listed, and nothing else within `world`. */
const sees = (folder, below, world = "(packages|apps|bench|tools)") =>
  forbid(
    `${folder.split("/").pop()}-sees-what-is-below`,
    { path: `^${folder}/`, pathNot: tests },
    { path: `^${world}/`, pathNot: [folder, ...below].map((path) => `^${path}(/|\\.ts$)`) },
  );

const part = (names) => `(${names})(/|\\.ts$)`;

/** Inside one module, `parts` do not import `others`. */
const inside = (name, parts, others) =>
  forbid(
    name,
    { path: `^${modules}/([^/]+)/${part(parts)}`, pathNot: tests },
    { path: `^${modules}/$1/${part(others)}` },
  );

const sql = "(^|/)node_modules/(kysely|pg|pg-[a-z-]+)/";

module.exports = {
  forbidden: [
    sees("packages/contract", []),
    sees("packages/sdk", ["packages/contract"]),
    sees("apps/web", ["packages/sdk", "packages/contract"]),
    sees("apps/cli", ["packages/sdk", "packages/contract"]),
    sees("apps/server", ["packages/contract"]),

    sees(`${server}/platform`, [], server),
    sees(`${server}/kernel`, [`${server}/platform`, `${server}/config`], server),
    sees(`${server}/transport`, [`${server}/platform`, `${server}/config`, `${server}/kernel`], server),
    sees(modules, [`${server}/platform`, `${server}/config`, `${server}/kernel`], server),

    forbid(
      "modules-meet-at-the-door",
      { path: `^${modules}/([^/]+)/`, pathNot: tests },
      { path: `^${modules}/`, pathNot: [`^${modules}/$1/`, `^${modules}/[^/]+/index\\.ts$`] },
    ),
    ...order
      .slice(0, -1)
      .map((name, index) =>
        forbid(
          "modules-use-earlier-ones",
          { path: `^${modules}/${name}/`, pathNot: tests },
          { path: `^${modules}/(${order.slice(index + 1).join("|")})/index\\.ts$` },
        ),
      ),

    inside("queries-change-nothing", "queries", "actions|listeners|jobs"),
    inside("stores-see-tables", "store", "index|actions|queries|listeners|jobs|policy|views"),
    inside("policy-and-views-are-pure", "policy|views", "index|actions|queries|listeners|jobs|store"),
    inside("tables-see-nothing", "tables", "index|actions|queries|listeners|jobs|policy|views|store|migrations"),
    forbid(
      "sql-only-in-stores",
      {
        path: `^${server}/`,
        pathNot: [tests, `^${server}/(platform|kernel)/`, `^${modules}/[^/]+/${part("store|migrations|tables")}`],
      },
      { path: sql },
    ),
    forbid(
      "tables-are-types",
      { path: `^${modules}/[^/]+/tables\\.ts$` },
      { path: sql, dependencyTypesNot: ["type-only"] },
    ),
    forbid(
      "actions-are-given-a-transaction",
      { path: `^${modules}/[^/]+/${part("actions|queries|store|policy|views")}`, pathNot: tests },
      { dependencyTypes: ["core"], pathNot: "^(node:)?(crypto|util)$" },
    ),

    forbid("source-imports-no-tests", { pathNot: tests }, { path: tests }),
    forbid("no-cycles", {}, { circular: true }),
    forbid("all-imports-are-found", {}, { couldNotResolve: true, pathNot: "^bun(:|$)" }),
  ],
  options: {
    doNotFollow: "node_modules",
    // Types count: what one floor knows of another by type alone, it knows.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "default"],
      mainFields: ["module", "main"],
    },
  },
};
