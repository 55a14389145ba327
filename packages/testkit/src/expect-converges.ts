/**
 * Old state + events = fresh state: what people saw before, carried on by the events of what happened, must equal what
 * they see when they look anew. Run around the actions of a behaviour test, for members and for outsiders.
 */

import { expect } from "bun:test";
import { type FeedName, feedOf, workspaces } from "@althing/contract";
import { createLive, isProblem, openWorkspace, type Replica, type Workspace } from "@althing/sdk";
import type { Person } from "./harbour.ts";
import type { TestServer } from "./start-server.ts";

/** What someone sees of a workspace. Nothing of what happens must reach a view from `outside`. */
export type View = { person: Person; workspaceId: string; outside?: boolean };

type Screen = Awaited<ReturnType<typeof openScreen>>;

/** Opens everyone's view, lets `act` happen, and compares what followed with a fresh look. Gives what `act` gave. */
export async function expectConverges<T>(
  server: TestServer,
  views: readonly View[],
  act: () => Promise<T>,
): Promise<T> {
  await server.settled();
  const screens = await Promise.all(
    views.map(async (view) => {
      const screen = await openScreen(view);
      return { view, screen, before: screen.state };
    }),
  );
  try {
    const result = await act();
    await server.settled();
    const looked = screens.map(async ({ view, screen, before }) => {
      await caughtUp(server, screen);
      if (view.outside) expectSame(view, screen.state, before);
      await expectFresh(server, view, screen);
    });
    for (const look of await Promise.allSettled(looked)) if (look.status === "rejected") throw look.reason;
    return result;
  } finally {
    for (const { screen } of screens) screen.close();
  }
}

/** Looks anew, and compares. Who is no longer in the workspace sees nothing, and must keep no trace of it. */
async function expectFresh(server: TestServer, view: View, screen: Screen): Promise<void> {
  const fresh = await findScreen(view);
  if (!fresh) return expectNothingOf(view, screen.state);
  try {
    await sameWindows(screen, fresh);
    await Promise.all([caughtUp(server, screen), caughtUp(server, fresh)]);
    expectSame(view, screen.state, fresh.state);
  } finally {
    fresh.close();
  }
}

function expectSame({ person, workspaceId }: View, one: Replica, other: Replica): void {
  const seen = { by: person.name, ...comparable(one, other, workspaceId) };
  expect(seen).toEqual({ by: person.name, ...comparable(other, one, workspaceId) });
}

function expectNothingOf({ person, workspaceId }: View, state: Replica): void {
  const traces = Object.entries(state).filter(([, part]) => JSON.stringify(part)?.includes(workspaceId));
  expect({ by: person.name, traces: traces.map(([part]) => part) }).toEqual({ by: person.name, traces: [] });
}

/** A screen as it is opened now; undefined where the person is not in the workspace. */
const findScreen = (view: View): Promise<Screen | undefined> =>
  openScreen(view).catch((error: unknown) => {
    if (isProblem(error, workspaces.WorkspaceNotFound)) return undefined;
    throw error;
  });

/** A person's screen with everything open: each room's newest page, pins, members and receipts. */
async function openScreen({ person, workspaceId }: View) {
  const live = createLive({ client: person });
  live.start();
  const workspace = await openWorkspace({ client: person, live, workspaceId });
  const { windows } = workspace;
  await Promise.all([
    ...Object.keys(workspace.state.rooms).map((roomId) => openRoom(workspace, roomId)),
    windows.openRoomTemplates(workspaceId),
    windows.openPrompts(workspaceId),
    windows.openModels(workspaceId),
    windows.openTools(workspaceId),
  ]);
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

/** A room with all that can be seen of it, but for its threads. */
async function openRoom({ state, windows }: Workspace, roomId: string): Promise<void> {
  const isChat = state.rooms[roomId]?.kind === "assistant";
  await Promise.all([
    windows.openRoom(roomId),
    windows.openPins(roomId),
    windows.openRoomMembers(roomId),
    windows.openRuns(roomId),
    isChat && windows.openTurns(roomId),
  ]);
}

/** The fresh look opens what the old one had open, and the old one what the fresh one found. */
async function sameWindows(one: Screen, other: Screen): Promise<void> {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    for (const roomId of Object.keys(from.state.timelines)) {
      if (!to.state.rooms[roomId]) continue;
      await openRoom(to.workspace, roomId);
    }
    for (const { id, roomId } of Object.values(from.state.toolCalls)) {
      if (to.state.rooms[roomId]) await to.workspace.windows.openToolCall(roomId, id);
    }
    for (const [rootId, { roomId }] of Object.entries(from.state.threads)) {
      if (to.state.rooms[roomId]) await to.workspace.windows.openThread(roomId, rootId);
    }
    const answered = Object.values(from.state.runs).filter(({ messageId }) => messageId in from.state.messages);
    const visible = answered.filter(({ roomId }) => to.state.rooms[roomId]);
    await Promise.all(visible.map(({ roomId, messageId }) => to.workspace.windows.openRunBehind(roomId, messageId)));
  }
}

/** Waits until the screen has heard everything that the log holds of what it follows. */
async function caughtUp({ database }: TestServer, { workspace }: Screen): Promise<void> {
  const listOutdated = async () => {
    const known: ReadonlyMap<string, number> = headsOf(workspace.state);
    const { rows } = await database.pool.query<{ feed: string; head: number }>(
      "select feed, head from feeds where feed = any ($1::text[])",
      [[...known.keys()]],
    );
    const behind = rows.filter(({ feed, head }) => (known.get(feed) ?? 0) < head);
    return [...Object.keys(workspace.state.stale), ...behind.map(({ feed }) => feed)];
  };
  const deadline = performance.now() + 10_000;
  for (let outdated = await listOutdated(); outdated.length > 0; outdated = await listOutdated()) {
    if (performance.now() > deadline) throw new Error(`After 10 s the screen is behind the log: ${outdated}`);
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
 * numbers of the rooms; the marks behind them are told by events only. Receipts are not opened. Nothing is counted of
 * threads that one does not follow. Of other workspaces than the one on the screen only one's own feed tells, and only that
 * one came into them or left them.
 */
function comparable(state: Replica, other: Replica, workspaceId: string) {
  const { presence: _, typing: __, stale: ___, receipts: ____, reading: _____, standings, ...lasting } = state;
  const shown = new Set(
    [...Object.values(other.timelines), ...Object.values(state.timelines)].flatMap(({ ids }) => ids),
  );
  return {
    ...lasting,
    me: lasting.me && {
      ...lasting.me,
      workspaces: lasting.me.workspaces.map((one) => (one.id === workspaceId ? one : one.id)),
    },
    standings: followed(standings, other.standings),
    profiles: pick(lasting.profiles, Object.keys(other.profiles)),
    messages: pick(lasting.messages, [...shown]),
    // Runs that have ended are loaded only when somebody looks at their answers; what they write meanwhile passes.
    runs: Object.fromEntries(
      Object.entries(pick(lasting.runs, Object.keys(other.runs))).map(([id, run]) => [id, { ...run, text: "" }]),
    ),
    runOfMessage: pick(lasting.runOfMessage, Object.keys(other.runOfMessage)),
    toolCalls: pick(lasting.toolCalls, Object.keys(other.toolCalls)),
    timelines: Object.fromEntries(
      Object.entries(lasting.timelines).map(([roomId, { ids, hasNewer }]) => [roomId, { ids, hasNewer }]),
    ),
  };
}

type Standings = Replica["standings"];

/** How one stands to threads, without the number up to which each has heard. Those without replies are in no list. */
const followed = (standings: Standings, known: Standings) =>
  Object.fromEntries(
    Object.entries(standings).flatMap(([rootId, { head: _, ...standing }]) =>
      standing.following && (standing.unread > 0 || rootId in known) ? [[rootId, standing]] : [],
    ),
  );

const pick = <Value>(record: Readonly<Record<string, Value>>, keys: readonly string[]): Record<string, Value> =>
  Object.fromEntries(keys.flatMap((key) => (record[key] === undefined ? [] : [[key, record[key]]])));
