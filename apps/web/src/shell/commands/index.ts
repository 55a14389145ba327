export type { Command } from "./command.ts";
export { CommandsProvider, useAllCommands, useCommands } from "./commands.tsx";
export { normalizeKeys, strokeOf } from "./keys.ts";
export { Shortcuts, useKeysOf } from "./shortcuts.tsx";
