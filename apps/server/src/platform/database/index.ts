export { CommitUnknown, Database, DatabaseUnavailable } from "./database.ts";
export { brokenConstraint } from "./fault.ts";
export {
  defineMigration,
  type Migration,
  migrateDown,
  migrateUp,
  migrationStates,
} from "./migrate.ts";
export { defineStatement, Session, type Statement } from "./session.ts";
export { settingsOf } from "./settings-of.ts";
