// The contract as tables: operations, events, failures, permissions.
import { contract, type ErrorDef, errors, type LimitDef } from "@althing/contract";
import { errorsOf, eventsOf, failuresOf, moduleOf, permissionsOf, routesOf, Schemas } from "@althing/contract/openapi";
import { code, codes, table } from "./markdown.ts";
import { typeText } from "./type-text.ts";

const common = new Set(Object.values(errors).map((error) => error.code as string));

export function routesPage(): string {
  const routes = routesOf(contract);
  return sections(
    `# Operations

All stand under \`/api/v1\`; [openapi.json](openapi.json) has their shapes. An operation that needs a permission answers
\`forbidden\` to members without it. Left out here are the failures that many may give: ${codes([...common].sort())}.`,
    routes.map(({ name }) => moduleOf(name)),
    (module) =>
      table(
        ["Operation", "Request", "What it does", "Permission", "Limit", "Failures"],
        routes
          .filter(({ name }) => moduleOf(name) === module)
          .map((route) => [
            code(route.name),
            code(`${route.method} ${route.path}`),
            route.summary,
            route.permission ? code(route.permission.name) : accessNames[route.access],
            limitText(route.limit),
            codes(ownCodes(failuresOf(contract, route))),
          ]),
      ),
  );
}

const accessNames = { public: "public", account: "signed in", owner: "owner of the installation", permission: "" };

const ownCodes = (failures: readonly ErrorDef[]): string[] =>
  failures.map(({ code }) => code).filter((one) => !common.has(one));

const limitText = ({ points, windowSeconds, by }: LimitDef): string => `${points} in ${windowSeconds} s by ${by}`;

export function eventsPage(): string {
  const events = eventsOf(contract);
  const schemas = new Schemas();
  return sections(
    `# Events

They come by the socket, by \`GET /events\`, in webhooks and exports as one and the same object; [asyncapi.json](asyncapi.json)
has their shapes. A durable event has a number in its feed and is never lost; an ephemeral one may be.`,
    events.map(({ type }) => moduleOf(type)),
    (module) =>
      table(
        ["Event", "Feeds", "Kind", "What happened", "`data`"],
        events
          .filter(({ type }) => moduleOf(type) === module)
          .map(({ type, feeds, durability, summary, payload }) => [
            code(type),
            feeds.join(", "),
            durability,
            summary,
            code(typeText(schemas.output(payload))),
          ]),
      ),
  );
}

export function errorsPage(): string {
  const schemas = new Schemas();
  const rows = errorsOf(contract).map(({ code: name, status, title, message, retry, data }) => [
    code(name),
    String(status),
    title,
    message,
    retry ? "yes" : "",
    data ? code(typeText(schemas.output(data))) : "",
  ]);
  return `# Failures

A failure is a problem document (RFC 9457) with one of these codes, which never change their meaning.

${table(["Code", "Status", "What it means", "What to do", "May pass by itself", "`data`"], rows)}`;
}

export function permissionsPage(): string {
  const routes = routesOf(contract);
  const rows = permissionsOf(contract).map(({ name, on, description, changes, roles }) => [
    code(name),
    on,
    description,
    roles.join(", "),
    on === "room" ? (changes ? "refused" : "allowed") : "",
    codes(routes.filter(({ permission }) => permission?.name === name).map((route) => route.name)),
  ]);
  return `# Permissions

A role holds permissions; what is not granted is denied. The owner of a workspace holds all of them.

${table(["Permission", "Over", "Allows to", "Roles at first", "In an archived room", "Operations"], rows)}`;
}

function sections(head: string, modules: readonly string[], section: (module: string) => string): string {
  const parts = [...new Set(modules)].sort().map((module) => `## ${module}\n\n${section(module)}`);
  return `${head}\n\n${parts.join("\n")}`;
}
