// One socket from its opening to its end: hello, heartbeats, frames.
import { realtime } from "@althing/contract";
import type { Clock } from "../clock.ts";

/** What we use of a WebSocket; the browser's, Bun's, Node 22's and the `ws` package's all fit. */
export type SocketLike = {
  send(text: string): void;
  close(code?: number, reason?: string): void;
  addEventListener(type: "open" | "message" | "close" | "error", listener: (event: never) => void): void;
};
export type SocketConstructor = new (url: string) => SocketLike;

export type Ending = { code: number; reason: string };
export type Ready = Extract<realtime.ServerFrame, { op: "ready" }>;

type Parts = {
  url: string;
  WebSocket: SocketConstructor;
  clock: Clock;
  random: () => number;
  /** What to say first. */
  greet(): realtime.ClientFrameInput[];
  onReady(ready: Ready): void;
  onFrame(frame: realtime.ServerFrame): void;
  /** Called once. Nothing is heard after it. */
  onEnd(ending: Ending): void;
};

export type Socket = {
  send(frame: realtime.ClientFrameInput): void;
  /** Asks for a sign of life now. */
  ping(): void;
  close(): void;
};

const readyMs = 10_000;
const mostMissed = 2;

export function openSocket(parts: Parts): Socket {
  const { clock, random } = parts;
  const socket = new parts.WebSocket(parts.url);
  let ended = false;
  let missed = 0;
  let cancelTimer = clock.after(readyMs, () => abandon({ code: 4008, reason: "not_ready" }));

  const send = (frame: realtime.ClientFrameInput) => socket.send(JSON.stringify(frame));
  const end = (ending: Ending) => {
    if (ended) return;
    ended = true;
    cancelTimer();
    parts.onEnd(ending);
  };
  /** A dead line may take minutes to close; we do not wait for it. */
  const abandon = (ending: Ending) => {
    socket.close(ending.code, ending.reason);
    end(ending);
  };

  const beat = (heartbeatMs: number) => {
    cancelTimer = clock.after(heartbeatMs * (0.8 + 0.2 * random()), () => {
      if (missed >= mostMissed) return abandon(realtime.closeCodes.heartbeatMissed);
      ping();
      beat(heartbeatMs);
    });
  };
  const ping = () => {
    missed++;
    send({ op: "ping" });
  };

  socket.addEventListener("open", () => {
    if (!ended) for (const frame of parts.greet()) send(frame);
  });
  socket.addEventListener("message", ({ data }: { data: unknown }) => {
    if (ended || typeof data !== "string") return;
    missed = 0;
    const frame = JSON.parse(data) as realtime.ServerFrame;
    if (frame.op === "ready") {
      cancelTimer();
      beat(frame.heartbeatSeconds * 1_000);
      parts.onReady(frame);
    } else parts.onFrame(frame);
  });
  socket.addEventListener("error", () => undefined);
  socket.addEventListener("close", ({ code, reason }: Ending) => end({ code, reason }));

  return {
    send,
    ping,
    close: () => {
      ended = true;
      cancelTimer();
      socket.close(1000);
    },
  };
}
