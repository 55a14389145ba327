// The attempts under way in this process. How each one ends is written here, not by graphile-worker, which knows
// neither jitter nor dead letters; an attempt ends only when the job's promise has settled, so none runs twice at once.
import type { Job, TaskList } from "graphile-worker";
import type { Database } from "../database/index.ts";
import { type JobMetrics, type Log, withLogContext } from "../telemetry/index.ts";
import { type BoundJob, type JobContext, JobFailed } from "./binding.ts";
import { errorStack, errorText } from "./error-text.ts";
import type { Envelope } from "./job.ts";
import { bury, finish, giveBack, postpone, writeProgress } from "./store.ts";

/** Why a signal was aborted through no fault of the job: it goes back as if it had not been tried. */
class Interrupted extends Error {
  override readonly name = "Interrupted";
}

export type Attempt = {
  readonly jobId: string;
  readonly workerId: string;
  readonly name: string;
  readonly abort: AbortController;
  readonly settled: Promise<void>;
};
type Ending = "done" | "failed" | "dead";

const longestWaitSeconds = 6 * 60 * 60;

/** Grows threefold each time; half of it is chance, so that what failed together does not return together. */
export const retrySeconds = (attempt: number, chance = Math.random()): number =>
  Math.min(3 ** attempt, longestWaitSeconds) * (0.5 + chance / 2);

export class Attempts {
  readonly #database: Database;
  readonly #log: Log;
  readonly #metrics: JobMetrics;
  readonly #running = new Set<Attempt>();
  startedCount = 0;

  constructor(options: { database: Database; log: Log; metrics: JobMetrics }) {
    this.#database = options.database;
    this.#log = options.log;
    this.#metrics = options.metrics;
  }

  get running(): readonly Attempt[] {
    return [...this.#running];
  }

  tasks(bindings: readonly BoundJob[]): TaskList {
    return Object.fromEntries(
      bindings.map((bound) => [bound.job.name, (_: unknown, { job }: { job: Job }) => this.#start(bound, job)]),
    );
  }

  interrupt(why: string, attempts: Iterable<Attempt> = this.#running): void {
    for (const { abort } of attempts) abort.abort(new Interrupted(why));
  }

  async #start(bound: BoundJob, job: Job): Promise<void> {
    const { promise: settled, resolve: settle } = Promise.withResolvers<void>();
    const abort = new AbortController();
    const jobId = String(job.id);
    const attempt = { jobId, workerId: job.locked_by ?? "", name: bound.job.name, abort, settled };
    const { ids } = job.payload as Partial<Envelope>;
    this.#running.add(attempt);
    this.startedCount++;
    try {
      await withLogContext({ ...ids, jobId }, () => this.#run(bound, job, abort));
    } finally {
      this.#running.delete(attempt);
      settle();
    }
  }

  async #run(bound: BoundJob, job: Job, abort: AbortController): Promise<void> {
    const { name, timeoutSeconds } = bound.job;
    const startedAt = performance.now();
    const timeout =
      timeoutSeconds &&
      setTimeout(() => abort.abort(new Error(`The job took longer than ${timeoutSeconds} s`)), timeoutSeconds * 1_000);
    const ended = (ending: Ending) => this.#metrics.ended(name, ending, (performance.now() - startedAt) / 1_000);
    this.#metrics.started(name, Math.max(0, Date.now() - job.run_at.getTime()) / 1_000);
    try {
      await bound.run((job.payload as Partial<Envelope>).payload, this.#context(name, job, abort.signal));
    } catch (error) {
      ended(await this.#fail(name, job, abort.signal.aborted ? abort.signal.reason : error));
      // graphile-worker takes a return for success; its own way to fail finds the lock gone and does nothing.
      throw new Error(errorText(error));
    } finally {
      clearTimeout(timeout);
    }
    ended("done");
    // graphile-worker does the same, but does not try again: a job would run twice for a broken connection.
    const lock = [job.id, job.locked_by];
    await this.#database.query((session) => session.query(finish, lock)).catch(() => undefined);
  }

  #context(name: string, job: Job, signal: AbortSignal): JobContext {
    return {
      jobId: String(job.id),
      attempt: job.attempts,
      signal,
      progress: async (fraction, note) => {
        const values = [job.id, name, Math.min(1, Math.max(0, fraction)), note ?? null];
        await this.#database.query((session) => session.query(writeProgress, values));
      },
    };
  }

  async #fail(name: string, job: Job, error: unknown): Promise<Ending> {
    const lock = [job.id, job.locked_by];
    const fields = { job: name, attempt: job.attempts, reason: errorText(error) };
    if (error instanceof Interrupted) {
      this.#log.info(fields, "A job was interrupted and will run again");
      await this.#database.query((session) => session.query(giveBack, lock));
      return "failed";
    }
    if (job.attempts >= job.max_attempts || (error instanceof JobFailed && error.permanent)) {
      this.#log.error({ ...fields, stack: errorStack(error) }, "A job failed for good and lies with the dead letters");
      await this.#database.query((session) => session.query(bury, [...lock, fields.reason]));
      return "dead";
    }
    const waitSeconds = retrySeconds(job.attempts);
    this.#log.warn({ ...fields, waitSeconds, stack: errorStack(error) }, "A job failed and will be tried again");
    await this.#database.query((session) => session.query(postpone, [...lock, fields.reason, waitSeconds]));
    return "failed";
  }
}
