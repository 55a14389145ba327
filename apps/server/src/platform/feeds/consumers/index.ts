// All consumers of a process: those who are woken, and those who take their time and are in nobody's way.
import type { Database } from "../../database/index.ts";
import { defineStatement } from "../../database/index.ts";
import { readFrontier } from "../log.ts";
import { enrollConsumers } from "./consumer.ts";
import { EagerLane } from "./eager-lane.ts";
import type { LaneParts } from "./lane.ts";
import { PatientLane } from "./patient-lane.ts";

export type { Consumer } from "./consumer.ts";

const newestTransaction = defineStatement(
  "consumers.newest",
  "select pg_snapshot_xmax(pg_current_snapshot())::text as xid",
);

export class Consumers {
  readonly #database: Database;
  readonly #parts: LaneParts;
  readonly #eager: EagerLane;
  readonly #patient: PatientLane;

  constructor(parts: LaneParts) {
    this.#database = parts.database;
    this.#parts = parts;
    this.#eager = new EagerLane({ ...parts, consumers: parts.consumers.filter(({ patient }) => !patient) });
    this.#patient = new PatientLane({ ...parts, consumers: parts.consumers.filter(({ patient }) => patient) });
  }

  async start(): Promise<void> {
    await enrollConsumers(this.#database, this.#parts.consumers);
    this.#eager.start();
    this.#patient.start();
  }

  /** Says that there may be something to read of a type. */
  wake(type: string): void {
    this.#eager.wake(type);
  }

  async stop(): Promise<void> {
    await Promise.all([this.#eager.stop(), this.#patient.stop()]);
  }

  /** Reads until nothing is left; gives how many events were handed out. */
  async drain(): Promise<number> {
    return (await this.#eager.drain()) + (await this.#patient.drain());
  }

  /** Waits until every transaction that is running now has ended: only then can the log be read to its end. */
  async awaitPast(): Promise<void> {
    const [now] = await this.#database.query((session) => session.query<{ xid: string }>(newestTransaction));
    for (;;) {
      const frontier = await this.#database.query(readFrontier);
      if (BigInt(frontier.xid) + 1n >= BigInt(now?.xid ?? 0)) return;
    }
  }
}
