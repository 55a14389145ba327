export { type Listening, listen, type Peer, type SocketHandlers, type SocketPeer, socketBounds } from "./listen.ts";
export { quickHash } from "./quick-hash.ts";
