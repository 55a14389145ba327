// Opens transactions for whoever may have one, and publishes what they commit.
import type { Database, Session } from "../platform/database/index.ts";
import { CommitUnknown } from "../platform/database/index.ts";
import type { CommittedEvent, Hub } from "../platform/feeds/index.ts";
import { type Actor, actorId } from "./actor.ts";
import type { Memos } from "./memo.ts";
import { type Knowledge, ReadTransaction, type TxParts, WriteTransaction } from "./tx.ts";

export type TransactionParts = {
  database: Database;
  hub: Hub;
  memos: Memos;
  knowledge: () => Knowledge;
  clock: () => Date;
  /** Tells the other servers that there is something new in the log; they may or may not hear it. */
  announce: () => void;
  counters: Counters;
};

/** Counts what this server does. */
export type Counters = {
  committed(events: readonly CommittedEvent[]): void;
  /** So many calls shared one transaction. */
  batched(callCount: number): void;
};

export class Transactions {
  readonly #parts: TransactionParts;

  constructor(parts: TransactionParts) {
    this.#parts = parts;
  }

  /** Reads in one snapshot; or, where one statement suffices, without a transaction of its own. */
  read<T>(work: (tx: ReadTransaction) => Promise<T>, options = { snapshot: true }): Promise<T> {
    const { database } = this.#parts;
    const open = (session: Session) => work(new ReadTransaction(this.#txParts(session)));
    return options.snapshot ? database.read(open) : database.query(open);
  }

  /** Runs `work`, numbers and writes its events, commits, and publishes them. It may run again after a conflict. */
  async write<T>(
    actor: Actor,
    work: (tx: WriteTransaction, session: Session) => Promise<() => T>,
    trace?: string,
  ): Promise<T> {
    const { database, hub } = this.#parts;
    let events: CommittedEvent[] = [];
    try {
      const value = await database.write(async (session) => {
        const tx = new WriteTransaction(this.#txParts(session), actorId(actor), trace);
        const late = await work(tx, session);
        events = await tx.finish();
        return late();
      });
      this.publish(events);
      return value;
    } catch (error) {
      // It may have happened: what the log holds must reach the followers although nobody was told that it committed.
      if (error instanceof CommitUnknown) void hub.heal(new Set(events.map((event) => event.feed)));
      throw error;
    }
  }

  /** Hands out what this server has committed. */
  publish(events: readonly CommittedEvent[]): void {
    if (events.length === 0) return;
    const { counters, hub, announce } = this.#parts;
    counters.committed(events);
    hub.publish(events);
    announce();
  }

  #txParts(session: Session): TxParts {
    const { memos, knowledge, clock } = this.#parts;
    return { session, memos, knowledge: knowledge(), now: clock() };
  }
}
