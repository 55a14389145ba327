export type { Following } from "./feeds.ts";
export { createLive, type Live, type LiveOptions } from "./live.ts";
export type { Ack } from "./replies.ts";
export type { SocketConstructor, SocketLike } from "./socket.ts";
export type { LiveStatus } from "./status.ts";
export { alwaysOnline, type Change, createBrowserSurroundings, type Surroundings } from "./surroundings.ts";
