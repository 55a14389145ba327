// Keeps a worker running, and lets the jobs of dead ones run again. Every five seconds it renews the leases of the jobs
// that run here, frees those that nobody renews, buries what has used up its attempts and looks whether its worker is stuck.
import { setTimeout as delay } from "node:timers/promises";
import type { Database } from "../database/index.ts";
import type { Log } from "../telemetry/index.ts";
import type { Attempts } from "./attempts.ts";
import { buryExhausted, countOverdue, forgetProgress, freeAbandoned, renewLeases } from "./store.ts";
import type { Worker } from "./worker.ts";

export type SupervisorOptions = {
  database: Database;
  log: Log;
  attempts: Attempts;
  names: readonly string[];
  concurrency: number;
  startWorker: () => Promise<Worker>;
};

const pulseMs = 5_000;
const leaseSeconds = 30;
/** Without a renewal we interrupt our jobs, before others may take them. */
const fenceMs = 20_000;
const overdueSeconds = 30;
const stuckPulses = 3;
const drainMs = 18_000;
const interruptedMs = 2_000;
const longestRestartMs = 3_000;
const healthyMs = 30_000;

export class Supervisor {
  readonly #options: SupervisorOptions;
  readonly #stopping = new AbortController();
  #abandon: () => void = () => undefined;
  #supervising: Promise<void> | undefined;
  #pulsing: Promise<void> | undefined;
  #nextPulse: ReturnType<typeof setTimeout> | undefined;
  #fence: ReturnType<typeof setTimeout> | undefined;
  #isOver = false;
  #stuckCount = 0;
  #startedCount = 0;

  constructor(options: SupervisorOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    await this.#keepPulsing();
    if (this.#options.names.length > 0) this.#supervising = this.#supervise();
  }

  /** Takes no more, waits for what runs, interrupts it at the limit. What heeds nothing is free when its lease ends. */
  async stop(): Promise<void> {
    const { attempts, log } = this.#options;
    this.#stopping.abort();
    this.#abandon();
    const ended = () => Promise.all([this.#supervising, ...attempts.running.map(({ settled }) => settled)]);
    await within(drainMs, ended());
    attempts.interrupt("The server stops");
    await within(interruptedMs, ended());
    this.#isOver = true;
    clearTimeout(this.#nextPulse);
    await within(interruptedMs, Promise.resolve(this.#pulsing));
    clearTimeout(this.#fence);
    const left = attempts.running.map(({ name }) => name);
    if (left.length > 0) log.error({ jobs: left }, "Jobs that did not heed their signal are left behind");
  }

  /** Frees the jobs that nobody renews, and moves what was tried too often to the dead letters. */
  async tidy(afterSeconds = leaseSeconds): Promise<{ freedCount: number }> {
    const freedCount = await this.#options.database.query(async (session) => {
      const rows = await session.query(freeAbandoned, [afterSeconds]);
      await session.query(buryExhausted);
      await session.query(forgetProgress);
      return rows.length;
    });
    if (freedCount > 0) this.#options.log.warn({ freedCount }, "Jobs whose worker is gone are free again");
    return { freedCount };
  }

  async pulse(): Promise<void> {
    const { log } = this.#options;
    try {
      await this.#renew();
      await this.tidy();
      if (await this.#isStuck()) {
        log.error("The worker takes no jobs; another takes its place");
        this.#abandon();
      }
    } catch (error) {
      log.warn({ err: error }, "The pulse of the jobs failed; it goes on");
    }
  }

  async #keepPulsing(): Promise<void> {
    await this.pulse();
    if (this.#isOver) return;
    this.#nextPulse = setTimeout(() => {
      this.#pulsing = this.#keepPulsing();
    }, pulseMs);
  }

  async #renew(): Promise<void> {
    const { database, attempts } = this.#options;
    const { running } = attempts;
    const sentAt = performance.now();
    const values = [running.map(({ jobId }) => jobId), running.map(({ workerId }) => workerId)];
    const rows = await database.query((session) => session.query<{ id: string }>(renewLeases, values));
    const held = new Set(rows.map(({ id }) => id));
    attempts.interrupt(
      "Its lock was lost",
      running.filter(({ jobId }) => !held.has(jobId)),
    );
    clearTimeout(this.#fence);
    const fenceInMs = sentAt + fenceMs - performance.now();
    this.#fence = setTimeout(() => attempts.interrupt("Its lock may be lost"), fenceInMs);
  }

  async #isStuck(): Promise<boolean> {
    const { database, attempts, names, concurrency } = this.#options;
    const values = [names, overdueSeconds];
    const [row] = await database.query((session) => session.query<{ overdue: number }>(countOverdue, values));
    const isIdle = attempts.startedCount === this.#startedCount && attempts.running.length < concurrency;
    this.#startedCount = attempts.startedCount;
    this.#stuckCount = isIdle && row && row.overdue > 0 ? this.#stuckCount + 1 : 0;
    return this.#stuckCount >= stuckPulses;
  }

  async #supervise(): Promise<void> {
    const { signal } = this.#stopping;
    for (let failures = 0; !signal.aborted; failures++) {
      const startedAt = performance.now();
      try {
        await this.#runWorker();
      } catch (error) {
        this.#options.log.warn({ err: error }, "The worker of the jobs ended; another takes its place");
      }
      if (performance.now() - startedAt > healthyMs) failures = 0;
      const waitMs = Math.min(longestRestartMs, 100 * 2 ** failures) * (0.5 + Math.random() / 2);
      await delay(waitMs, undefined, { signal }).catch(() => undefined);
    }
  }

  async #runWorker(): Promise<void> {
    const worker = await this.#options.startWorker();
    const abandoned = Promise.withResolvers<void>();
    this.#abandon = abandoned.resolve;
    this.#stuckCount = 0;
    if (!this.#stopping.signal.aborted) await Promise.race([worker.ended, abandoned.promise]);
    // A stuck worker is not waited for: its jobs, where any run, keep their leases.
    const stopped = worker.stop().catch(() => undefined);
    if (this.#stopping.signal.aborted) await stopped;
  }
}

async function within(limitMs: number, work: Promise<unknown>): Promise<void> {
  const done = new AbortController();
  const limit = delay(limitMs, undefined, { signal: done.signal }).catch(() => undefined);
  await Promise.race([work, limit]);
  done.abort();
}
