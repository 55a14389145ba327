/**
 * Carries out runs in this process, many at once. A run is held by a lease that is renewed while it goes on; what nobody
 * holds, because its worker was killed or stopped, is taken by the next look of any server.
 */
import { assistants } from "@althing/contract";
import { system } from "../../../kernel/actor.ts";
import type { Worker, WorkerDef } from "../../../kernel/module.ts";
import type { Platform } from "../../../kernel/platform.ts";
import { claimRuns, countOpenRuns, findRunRow, releaseLeases, renewLeases } from "../store/runs.ts";
import type { RunRow } from "../tables.ts";
import { carryOut } from "./carry-out.ts";
import { Hold } from "./hold.ts";

const mostAtOnce = 200;
const lookEveryMs = 1_000;
const renewEveryMs = 5_000;

export const runWorker: WorkerDef = { name: "assistants.runs", start: (platform) => new RunWorker(platform) };

class RunWorker implements Worker {
  readonly #platform: Platform;
  readonly #owner = crypto.randomUUID();
  readonly #held = new Map<string, { hold: Hold; ended: Promise<void> }>();
  readonly #unlisten: () => void;
  readonly #timers: ReturnType<typeof setInterval>[];
  #looking: Promise<void> | undefined;
  #isWanted = false;
  #isStopped = false;
  #endedCount = 0;

  constructor(platform: Platform) {
    this.#platform = platform;
    this.#unlisten = platform.hub.listen(assistants.RunChanged.type, ({ feed, data }) => {
      // Told elsewhere, too; heard once.
      if (feed.startsWith("run:")) this.#hear(data);
    });
    this.#timers = [setInterval(() => this.#look(), lookEveryMs), setInterval(() => void this.#renew(), renewEveryMs)];
    this.#look();
  }

  /** Another server, or the next start, goes on at once from what is kept. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#unlisten();
    for (const timer of this.#timers) clearInterval(timer);
    await this.#looking;
    const held = [...this.#held.values()];
    for (const { hold } of held) hold.halt("hand_over");
    await Promise.all(held.map(({ ended }) => ended));
    const ids = held.map(({ hold }) => hold.run.id);
    if (ids.length > 0) await this.#platform.write(system, (tx) => releaseLeases(tx, this.#owner, ids));
  }

  async drain(): Promise<number> {
    const before = this.#endedCount;
    for (;;) {
      this.#look();
      await this.#looking;
      const underway = [...this.#held.values()].map(({ ended }) => ended);
      await Promise.all(underway);
      if (underway.length === 0 && (await this.#platform.read(countOpenRuns)) === 0) break;
      // What another server holds ends there, or comes here with its lease.
      if (underway.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return this.#endedCount - before;
  }

  #hear(data: string): void {
    const { run } = JSON.parse(data) as { run: assistants.Run };
    if (run.state === "queued") this.#look();
    const hold = this.#held.get(run.id)?.hold;
    if (hold) void this.#mind(hold, run.version);
  }

  /** Something was done to a run that is held here: it may have been asked to stop. What we did ourselves we know already. */
  async #mind(hold: Hold, version: number): Promise<void> {
    const isKnown = version <= hold.run.version;
    const row = isKnown
      ? hold.run
      : await this.#platform.read((tx) => findRunRow(tx, hold.run.id)).catch(() => undefined);
    if (row?.stop) hold.halt(row.stop === "keep" ? "stop" : "discard");
  }

  #look(): void {
    this.#isWanted = true;
    this.#looking ??= this.#claimAll()
      .catch((error: unknown) => this.#platform.log.warn({ err: error }, "Runs could not be claimed; trying again"))
      .finally(() => {
        this.#looking = undefined;
      });
  }

  async #claimAll(): Promise<void> {
    while (this.#isWanted && !this.#isStopped) {
      this.#isWanted = false;
      const free = mostAtOnce - this.#held.size;
      if (free <= 0) return;
      for (const run of await this.#platform.write(system, (tx) => claimRuns(tx, this.#owner, free))) this.#begin(run);
    }
  }

  /** Whose lease ran out while this process could not renew it may be claimed by us again: one at a time carries it on. */
  #begin(run: RunRow): void {
    const before = this.#held.get(run.id);
    before?.hold.halt("lost");
    const hold = new Hold(this.#platform, this.#owner, run);
    const ended = Promise.resolve(before?.ended)
      .then(() => carryOut(hold))
      .catch((error: unknown) => this.#platform.log.error({ err: error, run: run.id }, "A run was left"))
      .finally(() => {
        if (this.#held.get(run.id)?.hold === hold) this.#held.delete(run.id);
        this.#endedCount++;
      });
    this.#held.set(run.id, { hold, ended });
  }

  async #renew(): Promise<void> {
    const ids = [...this.#held.keys()];
    if (ids.length === 0) return;
    try {
      const still = await this.#platform.write(system, (tx) => renewLeases(tx, this.#owner, ids));
      const stops = new Map<string, RunRow["stop"]>(still.map(({ id, stop }) => [id, stop]));
      for (const id of ids) {
        const stop = stops.get(id);
        const hold = this.#held.get(id)?.hold;
        if (stop === undefined) hold?.halt("lost");
        else if (stop !== null) hold?.halt(stop === "keep" ? "stop" : "discard");
      }
    } catch (error) {
      this.#platform.log.warn({ err: error }, "The leases of runs could not be renewed");
    }
  }
}
