// The port: HTTP and WebSockets by Bun.serve, with the bounds that keep a slow or hostile peer from costing memory.
import { StartupFault } from "../startup-fault.ts";

export type SocketPeer<State> = {
  readonly data: State;
  readonly readyState: number;
  send(text: string): number;
  /** What is sent within `work` goes out in one write. */
  cork(work: () => void): void;
  subscribe(topic: string): void;
  unsubscribe(topic: string): void;
  close(code?: number, reason?: string): void;
  terminate(): void;
  pause?(): void;
  resume?(): void;
  getBufferedAmount(): number;
};

export type SocketHandlers<State> = {
  open(peer: SocketPeer<State>): void;
  message(peer: SocketPeer<State>, text: string | Uint8Array): void;
  drain(peer: SocketPeer<State>): void;
  close(peer: SocketPeer<State>, code: number): void;
};

export type Peer<State> = {
  readonly address: string;
  /** Turns the request into a socket; false where it is none. */
  upgrade(state: State): boolean;
};

export type Listening = {
  readonly port: number;
  readonly url: string;
  /** Sends to all sockets that subscribed to the topic, encoded once. */
  publish(topic: string, frame: string): void;
  subscriberCount(topic: string): number;
  /** Takes no more connections, lets what is being answered finish within the time, and ends what is left then. */
  stop(withinMs: number): Promise<void>;
};

const socketBounds = { frameBytes: 128 * 1024, bufferedBytes: 1024 * 1024, idleSeconds: 75 } as const;
/** Of what is not an upload less is taken, by who reads it. */
const leastLargestBody = 64 * 1024 * 1024;

export function listen<State>(options: {
  port: number;
  host: string;
  /** Of an upload. */
  largestBodyBytes: number;
  fetch(request: Request, peer: Peer<State>): Response | undefined | Promise<Response | undefined>;
  socket: SocketHandlers<State>;
}): Listening {
  try {
    const server = Bun.serve<State, never>({
      port: options.port,
      hostname: options.host,
      maxRequestBodySize: Math.max(leastLargestBody, options.largestBodyBytes),
      idleTimeout: 60,
      development: false,
      // Outside development Bun shares ports: a second server would silently take half of the connections.
      reusePort: false,
      fetch: (request, bun) =>
        options.fetch(request, {
          address: bun.requestIP(request)?.address ?? "",
          upgrade: (data) => bun.upgrade(request, { data } as never),
        }) as Promise<Response>,
      websocket: {
        // A reader that lets this much pile up is closed; it comes back and resumes from the log.
        backpressureLimit: socketBounds.bufferedBytes,
        closeOnBackpressureLimit: true,
        maxPayloadLength: socketBounds.frameBytes,
        idleTimeout: socketBounds.idleSeconds,
        perMessageDeflate: false,
        sendPings: true,
        open: (peer) => options.socket.open(peer as unknown as SocketPeer<State>),
        message: (peer, text) => options.socket.message(peer as unknown as SocketPeer<State>, text),
        drain: (peer) => options.socket.drain(peer as unknown as SocketPeer<State>),
        close: (peer, code) => options.socket.close(peer as unknown as SocketPeer<State>, code),
      },
    });
    return {
      port: server.port ?? options.port,
      url: `http://${options.host.includes(":") ? `[${options.host}]` : options.host}:${server.port}`,
      publish: (topic, frame) => void server.publish(topic, frame),
      subscriberCount: (topic) => server.subscriberCount(topic),
      async stop(withinMs) {
        const late = Promise.withResolvers<void>();
        const timer = setTimeout(late.resolve, withinMs);
        await Promise.race([server.stop(false), late.promise]);
        clearTimeout(timer);
        await server.stop(true);
      },
    };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code !== "EADDRINUSE" && code !== "EACCES") throw error;
    const why = code === "EADDRINUSE" ? "is in use by another program" : "may not be used by this user";
    throw new StartupFault(
      "port_not_available",
      `Port ${options.port} on ${options.host} ${why}. Stop what uses it, or choose another: npm start -- --port 3001`,
      75,
    );
  }
}
