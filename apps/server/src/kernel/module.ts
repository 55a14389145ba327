// A module's door: what it is made of, in one value. The door is the only file of a module that others may import.
import type { EventDef, EventOf, FeedKind } from "@althing/contract";
import type { z } from "zod";
import type { Migration } from "../platform/database/index.ts";
import type { CommittedEvent } from "../platform/feeds/index.ts";
import type { JobContext, JobDef, Schedule } from "../platform/jobs/index.ts";
import type { SealedColumn } from "../platform/secrets/index.ts";
import type { AccountActor } from "./actor.ts";
import type { Binding } from "./binding.ts";
import type { ScopeDef } from "./permission.ts";
import type { Platform } from "./platform.ts";
import type { ReadTx, WriteTx } from "./tx.ts";

/** Who may follow a kind of feed; gives the ids among those asked that the account may follow. */
export type FeedRights = {
  readonly kind: FeedKind;
  mayFollow(tx: ReadTx, accountId: string, ids: readonly string[]): Promise<ReadonlySet<string>>;
};

/** Writes what follows from events of the log, in a transaction of its own, exactly once. `tx.emit` must not feed itself. */
export type LogListener = {
  readonly name: string;
  readonly events: readonly EventDef[];
  /** Nobody waits for it: it hears a second or so later, in portions with long rests, so that hot verbs do not feel it. */
  readonly patient?: true;
  hear(tx: WriteTx, events: readonly HeardEvent[]): Promise<void>;
};
export type HeardEvent = Pick<CommittedEvent, "id" | "feed" | "seq" | "at" | "actor" | "type"> & {
  readonly data: unknown;
};

/** Narrows a heard event to one of a definition. */
export const isEvent = <E extends EventDef>(event: HeardEvent, def: E): event is HeardEvent & EventOf<E> =>
  event.type === def.type;

/** Hears of each committed event at once, in this process only, to forget what it remembers or to close what must end. */
export type Ear = { readonly event: EventDef; hear(platform: Platform, event: HeardEvent): void };

export const ear = <E extends EventDef>(event: E, hear: (platform: Platform, event: EventOf<E>) => void): Ear => ({
  event,
  hear: hear as Ear["hear"],
});

/** A passing sign from a socket: typing, presence. */
export type Signal = {
  readonly op: string;
  hear(platform: Platform, device: Device, frame: Readonly<Record<string, unknown>>): Promise<void> | void;
};

/** A live connection of an account. */
export type Device = { readonly id: string; readonly actor: AccountActor };
export type DeviceWatcher = {
  opened(platform: Platform, device: Device): void;
  closed(platform: Platform, device: Device): void;
};

export type JobBinding = {
  readonly job: JobDef<z.ZodType>;
  run(platform: Platform, payload: unknown, context: JobContext): Promise<void>;
};
export const onJob = <P extends z.ZodType>(
  job: JobDef<P>,
  run: (platform: Platform, payload: z.output<P>, context: JobContext) => Promise<void>,
): JobBinding => ({ job: job as unknown as JobDef<z.ZodType>, run: run as JobBinding["run"] });

/** Files at `/media/{folder}/{name}`; what an address bears behind it is the module's to judge. A name's contents never change. */
export type Media = {
  readonly folder: string;
  find(platform: Platform, name: string, query: URLSearchParams): Promise<MediaFile | undefined>;
};
export type MediaFile = {
  readonly mediaType: string;
  readonly bytes: Blob;
  /** For whom it was given to and so long; else for anyone who knows the name, which is made of the contents, and for good. */
  readonly granted?: { readonly forSeconds: number; readonly disposition: string };
};

/** What a server does beside answering calls, for as long as it runs. */
export type WorkerDef = { readonly name: string; start(platform: Platform): Worker };
export type Worker = {
  /** Takes nothing new, and leaves what it holds so that another server, or the next start, goes on at once. */
  stop(): Promise<void>;
  /** Waits for what can end without people; gives how much did. For tests. */
  drain?(): Promise<number>;
};

export type Module = {
  readonly name: string;
  readonly routes?: readonly Binding[];
  readonly migrations?: readonly Migration[];
  /** Columns that hold sealed texts, so that a rotation of the keys wraps them anew. */
  readonly sealed?: readonly SealedColumn[];
  readonly scopes?: readonly ScopeDef[];
  readonly feeds?: readonly FeedRights[];
  readonly listeners?: readonly LogListener[];
  readonly ears?: readonly Ear[];
  readonly signals?: readonly Signal[];
  readonly devices?: DeviceWatcher;
  readonly jobs?: readonly JobBinding[];
  readonly schedules?: readonly Schedule[];
  readonly workers?: readonly WorkerDef[];
  readonly media?: Media;
  /** Who a bearer of an access token is; exactly one module answers. */
  readonly authenticate?: (platform: Platform, token: string) => Promise<AccountActor>;
  /** What must be there before the server opens its doors. */
  readonly prepare?: (platform: Platform) => Promise<void>;
  /** Lines that tell whoever started the server what to do next. */
  readonly greeting?: (platform: Platform) => Promise<readonly string[]>;
  /** Whether an account owns the installation, and may see how it fares. */
  readonly isOwner?: (platform: Platform, accountId: string) => Promise<boolean>;
  readonly isSessionAlive?: (platform: Platform, sessionId: string) => Promise<boolean>;
};

export const defineModule = (module: Module): Module => module;
