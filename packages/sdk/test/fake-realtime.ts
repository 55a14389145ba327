// A small server that speaks the socket's frames, one client at a time, and does nothing unless told.
import type { EventEnvelope, FeedName, realtime } from "@althing/contract";
import type { ServerWebSocket } from "bun";
import { success } from "./answers.ts";

type ClientFrame = realtime.ClientFrameInput;
type FrameOf<Op extends ClientFrame["op"]> = Extract<ClientFrame, { op: Op }>;

export const accountId = "01930c2e-7a54-7c3b-9d0a-3f5b8e2c1d40";
export const roomFeed: FeedName = "room:01930c2e-7a54-7c3b-9d0a-3f5b8e2c1d47";

export const eventAt = (seq: number, feed: FeedName = roomFeed): EventEnvelope =>
  ({
    id: crypto.randomUUID(),
    feed,
    seq,
    type: "test.happened",
    at: "2026-11-20T09:30:00.000Z",
    actor: null,
    data: {},
  }) as EventEnvelope;

export function startFakeRealtime() {
  const heard: ClientFrame[] = [];
  const waiting: { op: string; resolve: (frame: never) => void }[] = [];
  let socket: ServerWebSocket<undefined> | undefined;
  let refuseTicket: (() => Response) | undefined;

  const server = Bun.serve({
    port: 0,
    fetch(request, self) {
      const { pathname } = new URL(request.url);
      if (pathname.endsWith("/ticket"))
        return refuseTicket?.() ?? success({ ticket: "ticket", expiresAt: "" }, { status: 201 });
      return self.upgrade(request) ? undefined : new Response(null, { status: 400 });
    },
    websocket: {
      open: (opened) => {
        socket = opened;
      },
      message: (_, text) => {
        const frame = JSON.parse(String(text)) as ClientFrame;
        const index = waiting.findIndex(({ op }) => op === frame.op);
        const [waiter] = index < 0 ? [] : waiting.splice(index, 1);
        if (waiter) waiter.resolve(frame as never);
        else heard.push(frame);
      },
    },
  });

  const say = (frame: realtime.ServerFrame) => socket?.send(JSON.stringify(frame));
  return {
    baseUrl: server.url.origin,
    say,
    /** The next frame of a kind that was not asked for before. */
    next<Op extends ClientFrame["op"]>(op: Op): Promise<FrameOf<Op>> {
      const index = heard.findIndex((frame) => frame.op === op);
      if (index >= 0) return Promise.resolve(heard.splice(index, 1)[0] as FrameOf<Op>);
      return new Promise((resolve) => waiting.push({ op, resolve: resolve as (frame: never) => void }));
    },
    heardNo: (op: ClientFrame["op"]) => !heard.some((frame) => frame.op === op),
    ready: (heads: Record<string, number> = {}, refused: FeedName[] = []) =>
      say({
        op: "ready",
        account: { id: accountId as EventEnvelope["actor"] & string, handle: "ana", name: "Ana" },
        sessionId: "session-1",
        heartbeatSeconds: 30,
        heads,
        refused,
      }),
    events: (...events: EventEnvelope[]) => say({ op: "events", events }),
    close: (code: number) => socket?.close(code, "test"),
    /** Breaks the line without a word. */
    cut: () => socket?.terminate(),
    refuseTickets: (answer: (() => Response) | undefined) => {
      refuseTicket = answer;
    },
    [Symbol.asyncDispose]: () => server.stop(true),
  };
}
