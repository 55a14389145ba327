/**
 * Old state + events = fresh state: what people saw before, carried on by the events of what happened, must equal what
 * they see when they look anew. Run around the actions of a behaviour test, for members and for outsiders.
 */

import { expect } from "bun:test";
import { type FeedName, feedOf } from "@althing/contract";
import { createLive, openWorkspace, type Replica } from "@althing/sdk";
import type { Person } from "./harbour.ts";
import type { TestServer } from "./start-server.ts";

export type View = { person: Person; workspaceId: string };

type Screen = Awaited<ReturnType<typeof openScreen>>;

/** Opens everyone's view, lets `act` happen, and compares what followed with a fresh look. Gives what `act` gave. */
export async function expectConverges<T>(
  server: TestServer,
  views: readonly View[],
  act: () => Promise<T>,
): Promise<T> {
  await server.settled();
  const before = await Promise.all(views.map(openScreen));
  const result = await act();
  await server.settled();
  for (const [index, screen] of before.entries()) {
    const view = views[index] as View;
    await caughtUp(server, screen);
    const fresh = await openScreen(view);
    await sameWindows(screen, fresh);
    expect({ seenBy: view.person.name, ...comparable(screen.state, fresh.state) }).toEqual({
      seenBy: view.person.name,
      ...comparable(fresh.state, screen.state),
    });
    fresh.close();
    screen.close();
  }
  return result;
}

/** A person's screen with everything open: each room's newest page, pins, members and receipts. */
async function openScreen({ person, workspaceId }: View) {
  const live = createLive({ client: person });
  live.start();
  const workspace = await openWorkspace({ client: person, live, workspaceId });
  for (const roomId of Object.keys(workspace.state.rooms)) {
    const { windows } = workspace;
    await Promise.all([windows.openRoom(roomId), windows.openPins(roomId), windows.openRoomMembers(roomId)]);
  }
  const threads = Object.values(workspace.state.messages).filter(({ parentId, thread }) => parentId === null && thread);
  await Promise.all(threads.map(({ id, roomId }) => workspace.windows.openThread(roomId, id)));
  return {
    workspace,
    get state() {
      return workspace.state;
    },
    close() {
      workspace.close();
      live.stop();
    },
  };
}

/** The fresh look opens what the old one had open, and the old one what the fresh one found. */
async function sameWindows(one: Screen, other: Screen): Promise<void> {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    for (const roomId of Object.keys(from.state.timelines)) {
      if (!to.state.rooms[roomId]) continue;
      const { windows } = to.workspace;
      await Promise.all([windows.openRoom(roomId), windows.openPins(roomId), windows.openRoomMembers(roomId)]);
    }
    for (const [rootId, { roomId }] of Object.entries(from.state.threads)) {
      if (to.state.rooms[roomId]) await to.workspace.windows.openThread(roomId, rootId);
    }
  }
}

/** Waits until the screen has heard everything that the log holds of what it follows. */
async function caughtUp({ database }: TestServer, { workspace }: Screen): Promise<void> {
  const isCurrent = async () => {
    if (Object.keys(workspace.state.stale).length > 0) return false;
    const known: ReadonlyMap<string, number> = headsOf(workspace.state);
    const { rows } = await database.pool.query<{ feed: string; head: number }>(
      "select feed, head from feeds where feed = any ($1::text[])",
      [[...known.keys()]],
    );
    return rows.every(({ feed, head }) => (known.get(feed) ?? 0) >= head);
  };
  const deadline = performance.now() + 10_000;
  while (!(await isCurrent())) {
    if (performance.now() > deadline) throw new Error("The screen did not catch up with the log within 10 s");
    await nextChange(workspace);
  }
}

/** The next change of the screen, or a short while in which there was none. */
function nextChange(workspace: Screen["workspace"]): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const stop = workspace.subscribe(done);
    const timer = setTimeout(done, 50);
  });
}

function headsOf({ me, workspaces, rooms }: Replica): Map<FeedName, number> {
  return new Map<FeedName, number>([
    ...(me ? [[feedOf.account(me.id), me.head] as const] : []),
    ...Object.values(workspaces).map(({ id, head }) => [feedOf.workspace(id), head] as const),
    ...Object.values(rooms)
      .filter(({ joined }) => joined)
      .map(({ id, head }) => [feedOf.room(id), head] as const),
  ]);
}

/**
 * What both must agree on: all but the passing signs, and what only one of them has loaded. What is read comes in the
 * numbers of the rooms; the marks behind them are told by events only.
 */
function comparable(state: Replica, other: Replica) {
  const { presence: _, typing: __, stale: ___, receipts: ____, standings: _____, reading: ______, ...lasting } = state;
  const shown = new Set(
    [...Object.values(other.timelines), ...Object.values(state.timelines)].flatMap(({ ids }) => ids),
  );
  return {
    ...lasting,
    profiles: pick(lasting.profiles, Object.keys(other.profiles)),
    messages: pick(lasting.messages, [...shown]),
    timelines: Object.fromEntries(
      Object.entries(lasting.timelines).map(([roomId, { ids, hasNewer }]) => [roomId, { ids, hasNewer }]),
    ),
  };
}

const pick = <Value>(record: Readonly<Record<string, Value>>, keys: readonly string[]): Record<string, Value> =>
  Object.fromEntries(keys.flatMap((key) => (record[key] === undefined ? [] : [[key, record[key]]])));
