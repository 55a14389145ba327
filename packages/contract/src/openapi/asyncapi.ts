/** The AsyncAPI 3.0 document of the socket: its frames both ways, the events of each kind of feed, and why it is closed. */
import { EventEnvelope } from "../kit/event.ts";
import { feedKinds } from "../kit/feed-name.ts";
import { closeCodes } from "../realtime/close-codes.ts";
import { ClientFrame, frameLimits, ServerFrame } from "../realtime/frames.ts";
import { eventsOf, type Modules } from "./catalog.ts";
import type { DocumentOptions } from "./openapi.ts";
import { sampleOf } from "./samples.ts";
import { type JsonSchema, Schemas } from "./schemas.ts";

type Reference = { $ref: string };
type Message = {
  name: string;
  summary?: string;
  payload: JsonSchema;
  examples: { payload: unknown }[];
  [extension: `x-${string}`]: unknown;
};

export type AsyncApiDocument = {
  asyncapi: "3.0.0";
  info: { title: string; version: string; description: string };
  servers: Record<string, JsonSchema>;
  channels: Record<string, { messages: Record<string, Reference> } & Record<string, unknown>>;
  operations: Record<string, { action: "send" | "receive"; channel: Reference; messages: Reference[] }>;
  components: { messages: Record<string, Message>; schemas: Record<string, JsonSchema> };
  "x-close-codes": readonly { code: number; reason: string; mayReconnect: boolean; meaning: string }[];
};

const description = `The WebSocket of an Althing installation, at \`GET /api/v1/realtime\`.

A frame is one JSON object of at most ${frameLimits.bytes / 1024} KiB. The first is \`hello\`. Events come in the order of
their feed's numbers; who sees a jump asks again with \`subscribe\` and the last number it has. The same events come over
\`GET /api/v1/events\` as server-sent events.`;

export function asyncapi(modules: Modules, { version, serverUrl = "" }: DocumentOptions): AsyncApiDocument {
  const schemas = new Schemas();
  const fromClient = frames(schemas, "client", schemas.input(ClientFrame));
  const fromServer = frames(schemas, "server", schemas.output(ServerFrame));
  const events = eventMessages(schemas, modules);
  const messages = { ...fromClient, ...fromServer, ...events };
  return {
    asyncapi: "3.0.0",
    info: { title: "Althing realtime", version, description },
    servers: { server: serverOf(serverUrl) },
    channels: {
      socket: { address: "/realtime", messages: references({ ...fromClient, ...fromServer }), bindings },
      ...feedChannels(events),
    },
    operations: {
      receiveFrames: operation("receive", "socket", fromClient),
      sendFrames: operation("send", "socket", fromServer),
      ...Object.fromEntries(
        feedKinds.map((kind) => [`send${capital(kind)}Events`, operation("send", kind, onFeed(events, kind))]),
      ),
    },
    components: { messages, schemas: schemas.components },
    "x-close-codes": Object.values(closeCodes).map(({ code, reason, mayReconnect, meaning }) => ({
      code,
      reason,
      mayReconnect,
      meaning,
    })),
  };
}

const bindings = {
  ws: { method: "GET", query: { type: "object", properties: { ticket: { type: "string" } } }, bindingVersion: "0.1.0" },
};

function serverOf(serverUrl: string): JsonSchema {
  const { host, protocol } = new URL(serverUrl || "http://localhost:3000");
  return { host, pathname: "/api/v1", protocol: protocol === "https:" ? "wss" : "ws" };
}

function frames(schemas: Schemas, from: string, union: JsonSchema): Record<string, Message> {
  return Object.fromEntries(
    (union.oneOf ?? []).map((payload) => {
      const name = String(payload.properties?.op?.const);
      const example = sampleOf(schemas, payload, { fields: "required" });
      return [`${from}.${name}`, { name, payload, examples: [{ payload: example }] }];
    }),
  );
}

function eventMessages(schemas: Schemas, modules: Modules): Record<string, Message> {
  const envelope = schemas.output(EventEnvelope);
  const sample = sampleOf(schemas, envelope, { fields: "required" }) as object;
  return Object.fromEntries(
    eventsOf(modules).map(({ type, summary, durability, feeds, payload }) => {
      const data = schemas.output(payload);
      const example = { ...sample, type, data: sampleOf(schemas, data, { fields: "all" }) };
      const message: Message = {
        name: type,
        summary,
        payload: { allOf: [envelope, { type: "object", properties: { type: { const: type }, data } }] },
        examples: [{ payload: example }],
        "x-durability": durability,
        "x-feeds": feeds,
      };
      return [type, message];
    }),
  );
}

function feedChannels(events: Record<string, Message>): AsyncApiDocument["channels"] {
  return Object.fromEntries(
    feedKinds.map((kind) => [
      kind,
      {
        address: `${kind}:{id}`,
        description: `The feed of one ${kind}; its events come in \`events\` frames.`,
        parameters: { id: { description: `The id of the ${kind}.` } },
        messages: references(onFeed(events, kind)),
      },
    ]),
  );
}

const onFeed = (events: Record<string, Message>, kind: string): Record<string, Message> =>
  Object.fromEntries(Object.entries(events).filter(([, event]) => (event["x-feeds"] as string[]).includes(kind)));

const references = (messages: Record<string, Message>): Record<string, Reference> =>
  Object.fromEntries(Object.keys(messages).map((name) => [name, { $ref: `#/components/messages/${name}` }]));

const operation = (action: "send" | "receive", channel: string, messages: Record<string, Message>) => ({
  action,
  channel: { $ref: `#/channels/${channel}` },
  messages: Object.keys(messages).map((name) => ({ $ref: `#/channels/${channel}/messages/${name}` })),
});

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
