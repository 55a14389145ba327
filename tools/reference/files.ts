// Every file of docs/reference and what makes it.
import { contract } from "@althing/contract";
import { asyncapi, openapi, postman } from "@althing/contract/openapi";
import { renderSettings, settingDefinitions } from "@althing/server/config";
import server from "../../apps/server/package.json" with { type: "json" };
import { errorsPage, eventsPage, permissionsPage, routesPage } from "./contract-pages.ts";
import { modulesPage } from "./module-graph.ts";

const { version } = server;

export const referenceFiles = (root: string): Readonly<Record<string, () => string | Promise<string>>> => ({
  "openapi.json": () => pretty(openapi(contract, { version })),
  "asyncapi.json": () => pretty(asyncapi(contract, { version })),
  "postman.json": () => pretty(postman(openapi(contract, { version }))),
  "routes.md": routesPage,
  "events.md": eventsPage,
  "errors.md": errorsPage,
  "permissions.md": permissionsPage,
  "settings.md": settingsPage,
  "modules.md": () => modulesPage(root),
  // Loaded only here: it starts a database.
  "schema.md": async () => (await import("./database-schema.ts")).schemaPage(),
});

const pretty = (document: unknown): string => `${JSON.stringify(document, null, 2)}\n`;

const settingsPage = (): string => `# Settings

Each may be given as a flag, in the environment, or in the settings file of the data directory; the first of these wins.

${renderSettings(settingDefinitions)}`;
