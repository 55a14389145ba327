/**
 * What an action is given: a transaction and nothing else. Nothing in it can reach the network, the disk or the clock.
 * Numbers are taken at the end: the heads of the feeds are locked last and in order, then the rows that hold
 * numbers and the events are written, then the transaction commits.
 */
import type { EventDef, FeedName } from "@althing/contract";
import type { Kysely } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import type { Session, Statement } from "../platform/database/index.ts";
import { advanceHeads, appendEvents, type CommittedEvent, readHeads, withText } from "../platform/feeds/index.ts";
import { insertJob, type JobDef, type JobWhen } from "../platform/jobs/index.ts";
import type { MemoRegion, Memos } from "./memo.ts";

/** What actions and queries may know of the installation's settings. */
export type Knowledge = {
  readonly publicUrl: string;
  readonly signup: "invite" | "open" | "closed";
  readonly fileMaxBytes: number;
};

export type ReadTx = {
  /** The moment of the request; the only clock there is. */
  readonly now: Date;
  readonly knowledge: Knowledge;
  /** The tables of the asking module, to read. */
  reader<Tables>(): Kysely<Tables>;
  /** A named, prepared statement, for hot paths. */
  query<Row>(statement: Statement, values?: readonly unknown[]): Promise<Row[]>;
  /** Values that this process may remember until an event makes it forget; see defineMemo. */
  memo<Value>(
    region: MemoRegion<Value>,
    keys: readonly string[],
    load: (missing: string[]) => Promise<ReadonlyMap<string, Value>>,
  ): Promise<Map<string, Value>>;
  /** The newest numbers of feeds, and the times of their newest stamped events in microseconds since 1970. */
  heads(feeds: readonly FeedName[]): Promise<Map<string, { head: number; stamp: number }>>;
};

/** The place that an event gets: known once the transaction numbers its events. */
export type Position = { readonly seq: number; readonly at: string; readonly stamp: number };

export type EmitOptions = {
  /** Takes a stamp, not below this time in microseconds since 1970 (now, unless told). */
  stamp?: true | number;
  /** Who it is by, where one transaction speaks for many; the actor of the transaction unless told. */
  by?: string | null;
  /** The trace of the request, where one transaction speaks for many; the transaction's unless told. */
  trace?: string | undefined;
};

export type WriteTx = ReadTx & {
  writer<Tables>(): Kysely<Tables>;
  /** A new UUIDv7. */
  newId(): string;
  /**
   * Joins the feed's log when this transaction commits; vanishes if it does not.
   * The payload may be made from the position, which is known only then.
   */
  emit<E extends EventDef>(
    event: E,
    feed: FeedName,
    payload: z.input<E["payload"]> | ((position: Position) => z.input<E["payload"]>),
    options?: EmitOptions,
  ): Emitted;
  /** Runs after the events have their numbers and before the commit: for rows that hold them. */
  onNumbered(write: () => Promise<void>): void;
  /** Adds a job that runs after the commit. Not for hot verbs: their events are their outbox. */
  enqueue<Payload extends z.ZodType>(job: JobDef<Payload>, payload: z.input<Payload>, when?: JobWhen): Promise<void>;
};

/** An event in the making; its position may be asked from `onNumbered` on. */
export type Emitted = { readonly position: Position };

export const microseconds = (time: Date): number => time.getTime() * 1_000;

/** RFC 3339 with microseconds of a stamp. */
export function stampText(stamp: number): string {
  const milliseconds = Math.floor(stamp / 1_000);
  return `${new Date(milliseconds).toISOString().slice(0, -1)}${String(stamp - milliseconds * 1_000).padStart(3, "0")}Z`;
}

export type TxParts = { session: Session; memos: Memos; knowledge: Knowledge; now: Date };

export class ReadTransaction implements ReadTx {
  readonly now: Date;
  readonly knowledge: Knowledge;
  protected readonly session: Session;
  readonly #memos: Memos;
  readonly #began: number;
  /** What is read after a write of one's own may never be committed, so nobody else may be told. */
  protected hasWritten = false;

  constructor({ session, memos, knowledge, now }: TxParts) {
    this.session = session;
    this.now = now;
    this.knowledge = knowledge;
    this.#memos = memos;
    this.#began = memos.moment;
  }

  reader<Tables>(): Kysely<Tables> {
    return this.session.kysely<Tables>();
  }

  query<Row>(statement: Statement, values?: readonly unknown[]): Promise<Row[]> {
    if (statement.writes) this.hasWritten = true;
    return this.session.query<Row>(statement, values);
  }

  memo<Value>(
    region: MemoRegion<Value>,
    keys: readonly string[],
    load: (missing: string[]) => Promise<ReadonlyMap<string, Value>>,
  ): Promise<Map<string, Value>> {
    return this.#memos.get(region, keys, load, this.hasWritten ? "never kept" : this.#began);
  }

  heads(feeds: readonly FeedName[]): Promise<Map<string, { head: number; stamp: number }>> {
    return readHeads(this.session, feeds);
  }
}

type Draft = {
  def: EventDef;
  feed: FeedName;
  payload: unknown;
  id: string;
  by: string | null;
  trace: string | undefined;
  stampAtLeast: number | undefined;
  position: Position | undefined;
};

export class WriteTransaction extends ReadTransaction implements WriteTx {
  readonly #drafts: Draft[] = [];
  readonly #numbered: (() => Promise<void>)[] = [];
  readonly #actor: string | null;
  readonly #trace: string | undefined;

  constructor(parts: TxParts, actor: string | null, trace?: string) {
    super(parts);
    this.#actor = actor;
    this.#trace = trace;
  }

  writer<Tables>(): Kysely<Tables> {
    this.hasWritten = true;
    return this.session.kysely<Tables>();
  }

  newId(): string {
    return uuidv7({ msecs: this.now.getTime() });
  }

  emit<E extends EventDef>(
    event: E,
    feed: FeedName,
    payload: z.input<E["payload"]> | ((position: Position) => z.input<E["payload"]>),
    options: EmitOptions = {},
  ): Emitted {
    if (event.durability === "ephemeral") throw new Error(`${event.type} is ephemeral: broadcast it`);
    const { stamp } = options;
    const draft: Draft = {
      def: event,
      feed,
      payload,
      id: this.newId(),
      by: options.by === undefined ? this.#actor : options.by,
      trace: options.trace ?? this.#trace,
      stampAtLeast: stamp === true ? microseconds(this.now) : stamp,
      position: undefined,
    };
    this.#drafts.push(draft);
    return {
      get position() {
        if (!draft.position) throw new Error("The events of this transaction have no numbers yet");
        return draft.position;
      },
    };
  }

  onNumbered(write: () => Promise<void>): void {
    this.#numbered.push(write);
  }

  async enqueue<Payload extends z.ZodType>(
    job: JobDef<Payload>,
    payload: z.input<Payload>,
    when?: JobWhen,
  ): Promise<void> {
    await insertJob(this.session, job, payload, when);
  }

  /** Numbers the events and writes them; gives them as they will be once committed. The last step before the commit. */
  async finish(): Promise<CommittedEvent[]> {
    if (this.#drafts.length > 0) await this.#number();
    for (const write of this.#numbered) await write();
    const events = this.#drafts.map(encode);
    if (events.length > 0) await appendEvents(this.session, events);
    return events;
  }

  async #number(): Promise<void> {
    const byFeed = Map.groupBy(this.#drafts, (draft) => draft.feed);
    const heads = await advanceHeads(
      this.session,
      [...byFeed].map(([feed, drafts]) => ({ feed, count: drafts.length, ...stampsOf(drafts) })),
    );
    const at = this.now.toISOString();
    for (const [feed, drafts] of byFeed) {
      const head = heads.get(feed);
      if (!head) throw new Error(`The feed ${feed} gave no number`);
      let stamp = head.stampBefore;
      drafts.forEach((draft, index) => {
        if (draft.stampAtLeast !== undefined) stamp = Math.max(stamp + 1, draft.stampAtLeast);
        draft.position = { seq: head.head - drafts.length + 1 + index, at, stamp };
      });
    }
  }
}

function encode({ position, payload, def, feed, id, by, trace }: Draft): CommittedEvent {
  if (!position) throw new Error("The event has no number");
  const data: unknown = typeof payload === "function" ? payload(position) : payload;
  return withText({
    feed,
    seq: position.seq,
    id,
    type: def.type,
    at: position.at,
    actor: by,
    data: JSON.stringify(data),
    trace,
  });
}

/** The last stamp as the database must compute it: each takes its own time, or one microsecond more than the one before. */
function stampsOf(drafts: readonly Draft[]): { stamps: number; stampAtLeast: number } {
  const times = drafts.flatMap((draft) => (draft.stampAtLeast === undefined ? [] : [draft.stampAtLeast]));
  return {
    stamps: times.length,
    stampAtLeast: times.reduce((least, time, index) => Math.max(least, time + times.length - 1 - index), 0),
  };
}
