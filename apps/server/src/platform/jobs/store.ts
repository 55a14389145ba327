// All SQL on the tables of jobs, graphile-worker's and ours.
import { defineStatement } from "../database/index.ts";

/** Ends of an attempt hold only while the worker still has the job's lock: $1 is the job, $2 the worker. */
const held = "id = $1 and locked_by = $2";

export const finish = defineStatement("jobs.finish", `delete from graphile_worker._private_jobs where ${held}`);

export const postpone = defineStatement(
  "jobs.postpone",
  `update graphile_worker._private_jobs set locked_by = null, locked_at = null, last_error = $3,
     run_at = now() + make_interval(secs => $4::float8), updated_at = now() where ${held}`,
);

/** Not at once: graphile-worker's own release of the lock, which comes after this one, must find it gone. */
export const giveBack = defineStatement(
  "jobs.give_back",
  `update graphile_worker._private_jobs set locked_by = null, locked_at = null, attempts = greatest(0, attempts - 1),
     run_at = now() + interval '5 seconds', updated_at = now() where ${held}`,
);

const buryWhere = (condition: string, error: string) =>
  `with dead as (delete from graphile_worker._private_jobs where ${condition} returning *)
   insert into dead_jobs (id, name, payload, error, attempts, max_attempts, priority, request_id, trace_id, created_at)
   select dead.id, tasks.identifier, coalesce(dead.payload->'payload', 'null'), ${error}, dead.attempts,
     dead.max_attempts, dead.priority, dead.payload->'ids'->>'requestId', dead.payload->'ids'->>'traceId', dead.created_at
   from dead join graphile_worker._private_tasks tasks on tasks.id = dead.task_id`;

export const bury = defineStatement("jobs.bury", buryWhere(held, "$3"));

/** Those that used up their attempts without an end that was written down: their last worker died. */
export const buryExhausted = defineStatement(
  "jobs.bury_exhausted",
  buryWhere(
    "attempts >= max_attempts and locked_at is null",
    "coalesce(dead.last_error, 'The server that ran it ended')",
  ),
);

/** The time of a lock is the lease of its job; whoever runs it renews it. Gives the jobs still held. */
export const renewLeases = defineStatement(
  "jobs.renew_leases",
  `update graphile_worker._private_jobs jobs set locked_at = now()
   from unnest($1::bigint[], $2::text[]) as running (id, worker)
   where jobs.id = running.id and jobs.locked_by = running.worker returning jobs.id::text`,
);

/** While PostgreSQL is away nobody can renew: its own start renews all, so that an outage makes nobody look dead. */
export const freeAbandoned = defineStatement(
  "jobs.free_abandoned",
  `update graphile_worker._private_jobs set locked_by = null, locked_at = null, run_at = greatest(run_at, now())
   where greatest(locked_at, pg_postmaster_start_time()) < now() - make_interval(secs => $1::float8)
     and locked_at is not null
   returning id`,
);

export const forgetProgress = defineStatement(
  "jobs.forget_progress",
  "delete from job_progress where updated_at < now() - interval '7 days'",
);

export const countOverdue = defineStatement(
  "jobs.count_overdue",
  `select count(*) as overdue from graphile_worker._private_jobs jobs
   join graphile_worker._private_tasks tasks on tasks.id = jobs.task_id
   where jobs.is_available and jobs.run_at < now() - make_interval(secs => $2::float8)
     and tasks.identifier = any($1::text[])`,
);

export const countJobs = defineStatement(
  "jobs.count",
  `select count(*) filter (where is_available and run_at <= now())::int as "dueCount",
     count(*) filter (where is_available and run_at > now())::int as "laterCount",
     count(*) filter (where locked_at is not null)::int as "lockedCount",
     (select count(*) from dead_jobs)::int as "deadCount",
     coalesce(extract(epoch from now() - min(run_at) filter (where is_available and run_at <= now())), 0)::float8
       as "oldestDueSeconds"
   from graphile_worker._private_jobs`,
);

const living = `jobs.id::text, tasks.identifier as name, jobs.attempts, jobs.max_attempts as "maxAttempts",
  jobs.last_error as error, jobs.payload->'payload' as payload, jobs.run_at as "runAt", jobs.created_at as "createdAt"
  from graphile_worker._private_jobs jobs join graphile_worker._private_tasks tasks on tasks.id = jobs.task_id`;

export const listRunning = defineStatement(
  "jobs.list_running",
  `select progress.fraction, progress.note, ${living} left join job_progress progress on progress.job_id = jobs.id
   where jobs.locked_at is not null order by jobs.run_at, jobs.id limit $1`,
);

/** Those that wait for their time or for a worker, the next first. */
export const listWaiting = defineStatement(
  "jobs.list_waiting",
  `select ${living} where jobs.is_available order by jobs.run_at, jobs.priority, jobs.id limit $1`,
);

export const listLastRuns = defineStatement(
  "jobs.list_last_runs",
  `select identifier as name, last_execution as "lastAt" from graphile_worker._private_known_crontabs`,
);

/** The latest first, after one of them where it is told, by the microsecond in which it died and its id. */
export const listDead = defineStatement(
  "jobs.list_dead",
  `select id::text, name, payload, error, attempts, request_id as "requestId", created_at as "createdAt",
     died_at as "diedAt", died_at::text as "diedExactly"
   from dead_jobs where $1::text is null or (died_at, id) < ($1::text::timestamptz, $2::bigint)
   order by died_at desc, id desc limit $3`,
);

/** One of them, or the oldest of all. */
const chosen = `id in (select id from dead_jobs where $1::bigint is null or id = $1 order by died_at, id limit $2)`;

export const replayDead = defineStatement(
  "jobs.replay_dead",
  `with dead as (delete from dead_jobs where ${chosen} returning *)
   select added.id from dead, graphile_worker.add_job(dead.name, max_attempts => dead.max_attempts,
     priority => dead.priority, payload => json_build_object('payload', dead.payload,
       'ids', json_strip_nulls(json_build_object('requestId', dead.request_id, 'traceId', dead.trace_id)))) added`,
);

export const deleteDead = defineStatement("jobs.delete_dead", `delete from dead_jobs where ${chosen} returning id`);

export const writeProgress = defineStatement(
  "jobs.write_progress",
  `insert into job_progress (job_id, name, fraction, note) values ($1, $2, $3, $4) on conflict (job_id)
   do update set fraction = excluded.fraction, note = excluded.note, updated_at = now()`,
);

export const readProgress = defineStatement(
  "jobs.read_progress",
  `select job_id::text as "jobId", name, fraction, note, updated_at as "updatedAt" from job_progress where job_id = $1`,
);
