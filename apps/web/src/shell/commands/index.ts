export type { Command } from "./command.ts";
export { CommandsProvider, useAllCommands, useCommandOffers, useCommands } from "./commands.tsx";
export { normalizeKeys, strokeOf } from "./keys.ts";
export { Offers } from "./offers.ts";
export { Shortcuts, useKeysOf } from "./shortcuts.tsx";
