// The floors of ARCHITECTURE.md as rules. apps/server/test/architecture/floors.test.ts proves that each of them bites;
// what imports do not show (SQL, Bun, the environment, the clock) is found by scan.ts beside it.
const { readFileSync } = require("node:fs");
const { join } = require("node:path");

const tests = "/(test|e2e)/|\\.(test|fixture|check)\\.tsx?$";
const server = "apps/server/src";
const modules = `${server}/modules`;
const web = "apps/web/src";
const features = `${web}/features`;

/** An order is told once: by the server where it lists its modules, by the web app where it lists its features. */
function namesIn(file, ending) {
  const [, list] = readFileSync(join(__dirname, file), "utf8").split("= [");
  return Array.from(list.matchAll(new RegExp(`(\\w+)${ending}\\b`, "g")), ([, name]) => name);
}
const moduleOrder = namesIn(`${server}/modules.ts`, "Module");
const featureOrder = namesIn(`${web}/features.ts`, "Feature");

const forbid = (name, from, to) => ({ name, severity: "error", from, to });

/** What lies in `folder` sees itself and what is listed, and nothing else within `world`. */
const sees = (folder, below, world = "(packages|apps|bench|tools)") =>
  forbid(
    `${folder.split("/").pop()}-sees-what-is-below`,
    { path: `^${folder}/`, pathNot: tests },
    { path: `^${world}/`, pathNot: [folder, ...below].map((path) => `^${path}(/|\\.tsx?$)`) },
  );

/** What lies side by side in `folder` meets at its doors, `index.ts`, in the order of `names`. */
const meetInOrder = (kind, folder, names) => [
  forbid(
    `${kind}-meet-at-the-door`,
    { path: `^${folder}/([^/]+)/`, pathNot: tests },
    { path: `^${folder}/`, pathNot: [`^${folder}/$1/`, `^${folder}/[^/]+/index\\.ts$`] },
  ),
  ...names
    .slice(0, -1)
    .map((name, index) =>
      forbid(
        `${kind}-use-earlier-ones`,
        { path: `^${folder}/${name}/`, pathNot: tests },
        { path: `^${folder}/(${names.slice(index + 1).join("|")})/index\\.ts$` },
      ),
    ),
];

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

    ...meetInOrder("modules", modules, moduleOrder),

    sees(`${web}/parts`, []),
    sees(`${web}/i18n`, [`${web}/parts`]),
    sees(`${web}/ui`, [`${web}/parts`, `${web}/i18n`]),
    sees(`${web}/connection`, [`${web}/parts`, `${web}/i18n`], web),
    sees(`${web}/shell`, [`${web}/parts`, `${web}/i18n`, `${web}/ui`, `${web}/connection`], web),
    sees(features, [`${web}/parts`, `${web}/i18n`, `${web}/ui`, `${web}/connection`, `${web}/shell`], web),
    ...meetInOrder("features", features, featureOrder),

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

    forbid("source-imports-no-tests", { pathNot: tests }, { path: tests, pathNot: "^node_modules/" }),
    forbid("no-cycles", {}, { circular: true }),
    forbid("all-imports-are-found", {}, { couldNotResolve: true, pathNot: "^(bun(:|$)|virtual:texts/)" }),
  ],
  options: {
    doNotFollow: "node_modules",
    exclude: "^apps/web/dist/",
    // Types count: what one floor knows of another by type alone, it knows.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "default"],
      mainFields: ["module", "main"],
    },
  },
};
