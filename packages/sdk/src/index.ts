// A client of an Althing server for browsers, Bun and Node 20: calls, the live connection, a replica and an outbox.
export {
  type Answer,
  type CallOptions,
  type Client,
  type ClientOptions,
  createClient,
  type ListPage,
  type Planned,
  plan,
} from "./client.ts";
export { type Clock, systemClock } from "./clock.ts";
export { AlthingError, isProblem, mayPassLater, NetworkError } from "./errors.ts";
export * from "./files/index.ts";
export * from "./live/index.ts";
export { type Draft, type Outbox, type Outgoing, openOutbox } from "./outbox.ts";
export { fetchAll } from "./pages.ts";
export * from "./replica/index.ts";
export { createMemorySession, type Grant, type Session, SessionKeeper, type SessionStore } from "./session.ts";
export type { Signal } from "./signal.ts";
export { createMemoryStorage, type Storage } from "./storage.ts";
export type { Fetch } from "./transport.ts";
export * from "./workspace/index.ts";
