import { Logger, runMigrations } from "graphile-worker";
import { type Database, defineMigration } from "../database/index.ts";

export const jobMigrations = [
  defineMigration("jobs.001_dead_letters", {
    up: [
      `create table dead_jobs (
        id bigint primary key,
        name text not null,
        payload json not null,
        error text not null,
        attempts int not null,
        max_attempts int not null,
        priority int not null,
        request_id text,
        trace_id text,
        created_at timestamptz not null,
        died_at timestamptz not null default now()
      )`,
      "create index dead_jobs_by_death on dead_jobs (died_at desc)",
      `create table job_progress (
        job_id bigint primary key,
        name text not null,
        fraction double precision not null,
        note text,
        updated_at timestamptz not null default now()
      )`,
    ],
    down: ["drop table job_progress", "drop table dead_jobs"],
  }),
];

/** The tables of graphile-worker, which keeps account of its own versions. */
export const migrateJobs = (database: Database): Promise<void> =>
  runMigrations({ pgPool: database.pool, logger: new Logger(() => () => undefined) });
