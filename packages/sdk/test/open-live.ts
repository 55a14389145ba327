import { type Change, createClient, createLive, type Live, type LiveStatus, type Signal } from "../src/index.ts";
import { startFakeRealtime } from "./fake-realtime.ts";
import { createTestClock } from "./test-clock.ts";

export const first = <T>(on: Signal<T>["on"], wanted: (value: T) => boolean = () => true): Promise<T> =>
  new Promise((resolve) => {
    const stop = on((value) => {
      if (!wanted(value)) return;
      stop();
      resolve(value);
    });
  });
export const reaches = <State extends LiveStatus["state"]>(live: Live, state: State) =>
  first(live.onStatus, (status) => status.state === state) as Promise<Extract<LiveStatus, { state: State }>>;

/** A connection to a fake server, on a clock that stands still. */
export function openLive() {
  const server = startFakeRealtime();
  const clock = createTestClock();
  const listeners = new Set<(change: Change) => void>();
  const network = { online: true };
  const live = createLive({
    client: createClient({ baseUrl: server.baseUrl, accessToken: "token" }),
    clock,
    random: () => 0.5,
    surroundings: {
      isOnline: () => network.online,
      onChange: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  });
  const received: number[] = [];
  live.onEvents((events) => received.push(...events.map(({ seq }) => seq)));
  const hear = (seq: number) => first(live.onEvents, (events) => events.some((event) => event.seq === seq));
  const notice = (change: Change) => {
    network.online = change !== "offline";
    for (const listener of listeners) listener(change);
  };
  async function goLive(heads: Record<string, number> = {}) {
    const isLive = reaches(live, "live");
    live.start();
    const hello = await server.next("hello");
    server.ready(heads);
    await isLive;
    return hello;
  }
  return {
    server,
    clock,
    live,
    received,
    hear,
    notice,
    goLive,
    async [Symbol.asyncDispose]() {
      live.stop();
      await server[Symbol.asyncDispose]();
    },
  };
}
