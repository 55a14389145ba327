// The addresses that are no operations of a module: streams, the documents themselves, and what operators ask.
import * as errors from "../kit/errors.ts";
import type { Operation, Parameter, PathItem } from "./document.ts";
import type { Failures } from "./failures.ts";

export function fixedPaths(failures: Failures, serverUrl: string): Record<string, PathItem> {
  const outside = [{ url: serverUrl || "/" }];
  return {
    "/events": { get: stream(failures) },
    "/realtime": { get: socket(failures) },
    "/openapi.json": { get: page("reference.openapi", "This document", "application/json") },
    "/asyncapi.json": { get: page("reference.asyncapi", "The socket's language, as AsyncAPI", "application/json") },
    "/health/live": { servers: outside, get: health("live", "Whether the process runs") },
    "/health/startup": { servers: outside, get: health("startup", "Whether it has started") },
    "/health/ready": { servers: outside, get: health("ready", "Whether it takes requests; details for owners") },
    "/metrics": { servers: outside, get: page("metrics", "Figures for Prometheus", "text/plain") },
  };
}

const text = { type: "string" };
const query = (name: string, description: string): Parameter => ({ name, in: "query", description, schema: text });
const ticketed: Operation["security"] = [{ bearer: [] }, { ticket: [] }];

const stream = (failures: Failures): Operation => ({
  operationId: "realtime.stream",
  summary: "The events of some feeds, as server-sent events",
  description:
    "Each `data` is one event, the same object as on the socket. The `id` names the position in all feeds: a reader that sends it back as `Last-Event-ID` misses nothing and gets nothing twice. `event: reload` says that a feed must be fetched anew.",
  tags: ["realtime"],
  security: ticketed,
  parameters: [
    query("feeds", "At most 100 feeds, such as `room:{id}`, separated by commas; your account's unless told."),
    query("lastEventId", "As the header, for clients that cannot send one."),
    { name: "Last-Event-ID", in: "header", description: "The `id` of the last event you have.", schema: text },
  ],
  responses: {
    200: { description: "Events without end.", content: { "text/event-stream": { schema: text } } },
    ...failures.answers([errors.ValidationFailed, errors.Unauthenticated, errors.NotFound, errors.Unavailable]),
  },
});

const socket = (failures: Failures): Operation => ({
  operationId: "realtime.connect",
  summary: "The WebSocket",
  description:
    "The frames both ways are described by `/asyncapi.json`. The ticket comes from `POST /realtime/ticket`, here or in the first frame.",
  tags: ["realtime"],
  security: [{ ticket: [] }, {}],
  responses: {
    101: { description: "The connection speaks WebSocket from here on." },
    426: { description: "The request did not ask for a WebSocket.", content: { "text/plain": { schema: text } } },
    ...failures.answers([errors.Forbidden]),
  },
});

const page = (operationId: string, summary: string, mediaType: string): Operation => ({
  operationId,
  summary,
  tags: ["reference"],
  security: [],
  responses: {
    200: {
      description: "OK",
      content: { [mediaType]: { schema: mediaType === "text/plain" ? text : { type: "object" } } },
    },
  },
});

const health = (name: string, summary: string): Operation => {
  const content = {
    "application/json": { schema: { type: "object", properties: { status: text }, required: ["status"] } },
  };
  return {
    operationId: `health.${name}`,
    summary,
    tags: ["health"],
    security: [],
    responses: {
      200: { description: "Yes.", content },
      ...(name === "ready" ? { 503: { description: "Not now.", content } } : {}),
    },
  };
};
