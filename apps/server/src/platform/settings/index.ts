export { loadSettings } from "./load-settings.ts";
export { renderSettings } from "./render-settings.ts";
export { choice, cidr, integer, listOf, mailbox, origin, path, text, url } from "./schemas.ts";
export { defineSetting, flagOf, type Setting, type ValuesOf } from "./setting.ts";
export type { SettingsFile } from "./sources.ts";
