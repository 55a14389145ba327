// For tests that go over all routes of the contract: what there is to act on, and an input for each route that would work.
import {
  contract,
  type messages,
  type RouteDef,
  type rooms,
  sendsJson,
  type tools,
  type workspaces,
} from "@althing/contract";
import { type Harbour, type Person, password } from "@althing/testkit";
import { v7 } from "uuid";

export const allRoutes: readonly RouteDef[] = Object.values(contract)
  .flatMap((module): unknown[] => Object.values(module))
  .filter(
    (value): value is RouteDef =>
      typeof value === "object" && value !== null && "kind" in value && value.kind === "route",
  );

/** Things to act on, made anew for each attempt, since the attempt may delete them. */
export type Stage = {
  roomId: rooms.RoomId;
  messageId: messages.MessageId;
  categoryId: string;
  templateId: string;
  invitationId: string;
  jobId: string;
  token: string;
  providerId: string;
  budgetId: string;
  sourceId: string;
};

/** A public channel of Ana's with these people in it, a message of hers, and what else routes name. */
export async function setStage(harbour: Harbour, people: readonly Person[]): Promise<Stage> {
  const { ana, workspaceId, channel } = harbour;
  const { id: roomId } = await channel(`stage-${v7().slice(-12)}`, people);
  const [{ id: messageId }, { id: categoryId }, { id: templateId }, invitation, money, source] = await Promise.all([
    ana.messages.sendMessage({ roomId, body: "On stage" }),
    ana.rooms.createCategory({ workspaceId, name: "Stage", shared: true }),
    haveTemplate(harbour),
    ana.workspaces.createInvitation({ workspaceId }),
    haveMoney(harbour),
    haveToolSource(harbour),
  ]);
  const { id: invitationId, token } = invitation;
  return { roomId, messageId, categoryId, templateId, invitationId, token, jobId: "1", ...money, sourceId: source.id };
}

/** One of the workspace's own, which has room for few: the last attempt's, or a new one. */
async function haveTemplate({ ana, workspaceId }: Harbour): Promise<rooms.RoomTemplate> {
  const own = (await ana.rooms.listRoomTemplates({ workspaceId })).find(({ key }) => key === null);
  return own ?? ana.rooms.createRoomTemplate({ workspaceId, name: "Stage", rooms: [{ name: "stage-{name}" }] });
}

/** A provider of the workspace with a model, and a budget, both the last attempt's if they are still there. */
async function haveMoney({ ana, workspaceId }: Harbour): Promise<Pick<Stage, "providerId" | "budgetId">> {
  const [known] = await ana.models.listProviders({ workspaceId });
  const created = { workspaceId, kind: "compatible", name: "Stage", baseUrl: "https://models.invalid/v1" } as const;
  const { id: providerId } = known ?? (await ana.models.createProvider(created));
  const [, { id: budgetId }] = await Promise.all([
    ana.models.setModel({ workspaceId, providerId, modelId: "stage-large" }),
    ana.models.setBudget({ workspaceId, scope: "workspace", period: "day", limitMicros: 1_000 }),
  ]);
  return { providerId, budgetId };
}

/** One that needs nobody on the network. */
async function haveToolSource({ ana, workspaceId }: Harbour): Promise<tools.ToolSource> {
  const known = (await ana.tools.listToolSources({ workspaceId })).find(({ kind }) => kind === "http");
  return known ?? ana.tools.createToolSource({ workspaceId, title: "Stage", ...newToolSource() });
}

const newToolSource = () => ({
  slug: `stage-${v7().slice(-12)}`,
  connection: {
    kind: "operations" as const,
    baseUrl: "https://stage.example.org",
    operations: [{ name: "look", method: "GET" as const, path: "/", parameters: { type: "object" } }],
  },
});

export async function makeRole({ ana, workspaceId }: Harbour): Promise<string> {
  const name = `role-${v7().slice(-12)}`;
  await ana.workspaces.createRole({ workspaceId, name, title: "Stagehand", permissions: [] });
  return name;
}

type Given = Stage & { workspaceId: workspaces.WorkspaceId; accountId: string; roleName: string };

/** What some routes need that their example does not tell. */
const special: Readonly<Record<string, (given: Given) => Record<string, unknown>>> = {
  "accounts.register": () => ({ email: `${v7()}@example.org` }),
  "accounts.change_password": () => ({ currentPassword: password, password }),
  "workspaces.create_role": () => ({ name: `role-${v7().slice(-12)}` }),
  "workspaces.set_member_roles": () => ({ roles: ["member"] }),
  "workspaces.import_accounts": () => ({ source: "irc", names: ["nick"] }),
  "workspaces.create": () => ({ name: `Works ${v7()}` }),
  "rooms.create": () => ({ name: `room-${v7().slice(-12)}` }),
  "rooms.create_from_template": () => ({ name: v7().slice(-12) }),
  "rooms.add_members": ({ accountId }) => ({ accountIds: [accountId] }),
  "messages.import": ({ accountId }) => ({
    messages: [{ id: v7(), authorId: accountId, body: "Long ago", at: "2006-06-05T10:00:00Z" }],
  }),
  "messages.move": () => ({ toParentId: null }),
  "assistants.open_chat": () => ({ assistantId: v7() }),
  "models.remove": () => ({ modelId: "stage-large" }),
  "tools.create_source": newToolSource,
  "tools.approve": () => ({ tools: [{ id: v7(), fingerprint: "none" }] }),
  "tools.withdraw": () => ({ toolIds: [v7()] }),
};

/** An input that fits the route's schema, about the things on stage; what is not there has an id that nothing has. */
export function inputFor(route: RouteDef, given: Given): Record<string, unknown> {
  const fields: Record<string, unknown> = { ...given, emoji: "👍", name: given.roleName };
  const known = Object.keys((route.input as unknown as { shape: Record<string, unknown> }).shape);
  const named = Object.fromEntries(
    known
      .filter((name) => name in fields && (name !== "name" || route.params.includes("name")))
      .map((name) => [name, fields[name]]),
  );
  return {
    ...Object.fromEntries(route.params.map((name) => [name, name === "version" ? 1 : v7()])),
    ...named,
    ...(route.example as object | undefined),
    ...special[route.name]?.(given),
    ...only(named, route.params),
  };
}

const only = (fields: Record<string, unknown>, names: readonly string[]) =>
  Object.fromEntries(names.filter((name) => name in fields).map((name) => [name, fields[name]]));

/** Asks a route over HTTP as it stands in the contract, with nothing made right by a client. */
export async function askRaw(
  url: string,
  route: RouteDef,
  input: Record<string, unknown>,
  token: string | undefined,
  headers: Readonly<Record<string, string>> = {},
): Promise<{
  status: number;
  body: { code?: string; message?: string; data: unknown; errors?: unknown[]; requestId?: string };
}> {
  const rest = { ...input };
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name];
    delete rest[name];
    return encodeURIComponent(textOf(value));
  });
  const withBody = sendsJson(route);
  const query = withBody
    ? ""
    : `?${new URLSearchParams(Object.entries(rest).map(([name, value]) => [name, textOf(value)]))}`;
  const response = await fetch(`${url}/api/v1${path}${query}`, {
    method: route.method,
    headers: {
      ...(withBody && { "content-type": "application/json" }),
      ...(token && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: withBody ? JSON.stringify(rest) : undefined,
  });
  const text = await response.text();
  return { status: response.status, body: text === "" ? { data: null } : JSON.parse(text) };
}

/** A value as it stands in an address; also of objects whose own `toString` is not one. */
export const textOf = (value: unknown): string =>
  typeof value === "object" && value !== null ? JSON.stringify(value) : String(value ?? "");
