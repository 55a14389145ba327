// Every migration, in the order in which they run.
import { idempotencyMigrations } from "./kernel/idempotency.ts";
import { modules } from "./modules.ts";
import type { Migration } from "./platform/database/index.ts";
import { feedMigrations } from "./platform/feeds/index.ts";
import { jobMigrations } from "./platform/jobs/index.ts";
import { placeMigrations } from "./platform/limits/index.ts";
import { secretMigrations } from "./platform/secrets/index.ts";

export { Database, migrateUp } from "./platform/database/index.ts";
export { migrateJobs } from "./platform/jobs/index.ts";

export const migrations: readonly Migration[] = [
  ...feedMigrations,
  ...idempotencyMigrations,
  ...jobMigrations,
  ...placeMigrations,
  ...secretMigrations,
  ...modules.flatMap((module) => module.migrations ?? []),
];
