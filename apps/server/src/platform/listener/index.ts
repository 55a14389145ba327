export { type Listening, listen, type Peer, type SocketHandlers, type SocketPeer } from "./listen.ts";
export { quickHash } from "./quick-hash.ts";
