export { CommitUnknown, type ConnectionSettings, Database, DatabaseUnavailable } from "./database.ts";
export { brokenConstraint, faultOf } from "./fault.ts";
export {
  defineMigration,
  type Migration,
  type MigrationState,
  migrateDown,
  migrateUp,
  migrationStates,
  NewerDatabase,
} from "./migrate.ts";
export { defineStatement, Session, type Statement } from "./session.ts";
export { settingsOf } from "./settings-of.ts";
