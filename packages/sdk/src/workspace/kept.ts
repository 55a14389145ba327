/**
 * What a client knew when it last ran, so that the next start shows it at once and without a network. It is as true as the
 * state of a client that was cut off ever since: what happened meanwhile comes as events from the kept heads on.
 */
import { platform } from "@althing/contract";
import { emptyReplica, type Replica, type Timeline } from "../replica/index.ts";
import type { Storage } from "../storage.ts";
import type { Positions } from "./follows.ts";

export type Kept = {
  readonly workspaceId: string;
  readonly replica: Replica;
  readonly positions: Positions;
};

/** As it lies in the storage. Another level of the contract may have other shapes, so it is not read then. */
type Stored = Kept & { readonly level: number; readonly keptAt: number };

const prefix = "replica:";
const oldestMs = 30 * 24 * 60 * 60_000;
const mostRooms = 30;
const mostMessages = 50;

/** What was kept of the workspace at an address, `now` in milliseconds since 1970. What is too old or of another level goes. */
export async function findKept(storage: Storage, slug: string, now: number): Promise<Kept | undefined> {
  const key = (await storage.keys()).find((one) => one.startsWith(prefix) && one.endsWith(`:${slug}`));
  if (key === undefined) return undefined;
  const stored = (await storage.get(key)) as Stored | undefined;
  const isGood =
    stored?.level === platform.featureLevel && hasAllParts(stored.replica) && now - stored.keptAt < oldestMs;
  if (!isGood) await storage.delete(key);
  return isGood ? stored : undefined;
}

/** An earlier version of this client knew fewer parts, and so fetched none of the others. */
const hasAllParts = (replica: object): boolean => Object.keys(emptyReplica).every((part) => part in replica);

/** Leaves nothing of what was known; messages that wait to be sent stay. */
export async function forgetKept(storage: Storage): Promise<void> {
  const keys = (await storage.keys()).filter((key) => key.startsWith(prefix));
  await Promise.all(keys.map((key) => storage.delete(key)));
}

export async function keep(storage: Storage, { workspaceId, replica, positions }: Kept, now: number): Promise<void> {
  const own = `${prefix}${replica.accountId}:${workspaceId}:`;
  const slug = replica.workspaces[workspaceId]?.slug;
  const key = slug && own + slug;
  // Of a workspace that has another address by now, or that one is no member of any more.
  const outdated = (await storage.keys()).filter((one) => one.startsWith(own) && one !== key);
  await Promise.all(outdated.map((one) => storage.delete(one)));
  if (!key) return;
  const kept: Kept = { workspaceId, replica: worthKeeping(replica), positions };
  await storage.set(key, { ...kept, level: platform.featureLevel, keptAt: now } satisfies Stored);
}

/** Passing signs, and what is fetched when someone looks at it: it comes back when they look again. */
const loadedByLooking = [
  "presence",
  "typing",
  "receipts",
  "roomMembers",
  "roomTemplates",
  "threads",
  "pins",
  "providers",
  "models",
  "runs",
  "runsIn",
  "runOfMessage",
  "turns",
  "places",
  "toolCalls",
  "toolSources",
  "toolPolicies",
  "toolPrices",
  "connections",
  "prompts",
] as const satisfies (keyof Replica)[];

/** The newest messages of the rooms where something was said last, and all that is known beside messages. */
function worthKeeping(replica: Replica): Replica {
  const { messages } = replica;
  const newest = ({ ids }: Timeline): string => messages[ids.at(-1) ?? ""]?.createdAt ?? "";
  const timelines = Object.entries(replica.timelines)
    .filter(([, { hasNewer }]) => !hasNewer)
    .toSorted(([, one], [, other]) => (newest(one) < newest(other) ? 1 : -1))
    .slice(0, mostRooms)
    .map(([roomId, timeline]) => [roomId, endOf(timeline)] as const);
  const ids = timelines.flatMap(([, timeline]) => timeline.ids);
  const empty = Object.fromEntries(loadedByLooking.map((part) => [part, emptyReplica[part]]));
  return {
    ...replica,
    ...empty,
    timelines: Object.fromEntries(timelines),
    messages: Object.fromEntries(ids.flatMap((id) => (messages[id] ? [[id, messages[id]]] : []))),
  };
}

const endOf = (timeline: Timeline): Timeline => ({
  ...timeline,
  ids: timeline.ids.slice(-mostMessages),
  hasOlder: timeline.hasOlder || timeline.ids.length > mostMessages,
});
