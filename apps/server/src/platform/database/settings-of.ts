import { defineStatement, type Session } from "./session.ts";

const selectSettings = defineStatement(
  "database.settings_of",
  "select name, setting from pg_settings where name = any($1::text[])",
);

/** PostgreSQL's own settings of these names. */
export async function settingsOf(session: Session, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await session.query<{ name: string; setting: string }>(selectSettings, [names]);
  return new Map(rows.map(({ name, setting }) => [name, setting]));
}
