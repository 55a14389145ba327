// All SQL on the tables of jobs, graphile-worker's and ours.
import { defineStatement } from "../database/index.ts";

/** Ends of an attempt hold only while the worker still has the job's lock: $1 is the job, $2 the worker. */
const held = "id = $1 and locked_by = $2";

export const postpone = defineStatement(
  "jobs.postpone",
  `update graphile_worker._private_jobs set locked_by = null, locked_at = null, last_error = $3,
     run_at = now() + make_interval(secs => $4::float8), updated_at = now() where ${held}`,
);

export const giveBack = defineStatement(
  "jobs.give_back",
  `update graphile_worker._private_jobs set locked_by = null, locked_at = null, attempts = greatest(0, attempts - 1),
     run_at = now(), updated_at = now() where ${held}`,
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

export const beat = defineStatement(
  "jobs.beat",
  `insert into job_workers (id, beat_at) select unnest($1::text[]), now()
   on conflict (id) do update set beat_at = excluded.beat_at`,
);

export const retireWorkers = defineStatement("jobs.retire", "delete from job_workers where id = any($1::text[])");

/**
 * Frees the jobs of workers that died. While PostgreSQL is away nobody can beat: its own start counts as a beat of all,
 * so that a restart makes nobody look dead. A worker that has not beaten yet is as old as its locks.
 */
export const freeAbandoned = defineStatement(
  "jobs.free_abandoned",
  `with abandoned as (
     select jobs.id from graphile_worker._private_jobs jobs left join job_workers workers on workers.id = jobs.locked_by
     where jobs.locked_at is not null and jobs.locked_by <> all($1::text[])
       and greatest(coalesce(workers.beat_at, jobs.locked_at), pg_postmaster_start_time())
         < now() - make_interval(secs => $2::float8)
     for update of jobs skip locked
   )
   update graphile_worker._private_jobs jobs
   set locked_by = null, locked_at = null, run_at = greatest(jobs.run_at, now())
   from abandoned where jobs.id = abandoned.id returning jobs.id`,
);

export const forgetOld = defineStatement(
  "jobs.forget_old",
  `with workers as (delete from job_workers where beat_at < now() - interval '1 day')
   delete from job_progress where updated_at < now() - interval '7 days'`,
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

export const listDead = defineStatement(
  "jobs.list_dead",
  `select id::text, name, payload, error, attempts, request_id as "requestId", created_at as "createdAt",
     died_at as "diedAt"
   from dead_jobs order by died_at desc, id desc limit 500`,
);

export const replayDead = defineStatement(
  "jobs.replay_dead",
  `with dead as (delete from dead_jobs where id = $1 returning *)
   select added.id from dead, graphile_worker.add_job(dead.name, max_attempts => dead.max_attempts,
     priority => dead.priority, payload => json_build_object('payload', dead.payload,
       'ids', json_strip_nulls(json_build_object('requestId', dead.request_id, 'traceId', dead.trace_id)))) added`,
);

export const deleteDead = defineStatement("jobs.delete_dead", "delete from dead_jobs where id = $1 returning id");

export const writeProgress = defineStatement(
  "jobs.write_progress",
  `insert into job_progress (job_id, name, fraction, note) values ($1, $2, $3, $4) on conflict (job_id)
   do update set fraction = excluded.fraction, note = excluded.note, updated_at = now()`,
);

export const readProgress = defineStatement(
  "jobs.read_progress",
  `select job_id::text as "jobId", name, fraction, note, updated_at as "updatedAt" from job_progress where job_id = $1`,
);
