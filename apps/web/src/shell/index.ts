// What features use of the shell. The shell knows no feature; they come to it by features.ts.
export { useAnnounce } from "./announcer.tsx";
export { useAppearance } from "./appearance.ts";
export {
  type Command,
  normalizeKeys,
  Offers,
  strokeOf,
  useAllCommands,
  useCommandOffers,
  useCommands,
  useKeysOf,
} from "./commands/index.ts";
export type { Feature, Finder, FinderProps, Finding, SettingsPage } from "./feature.ts";
export { rememberPlace } from "./last-place.ts";
export { createOpener } from "./opener.ts";
export { Page } from "./page.tsx";
export { FindButton } from "./palette/find-button.tsx";
export { PanelFrame, usePanel } from "./panel/index.ts";
export { rank } from "./rank.ts";
export { MissingPage } from "./route-states.tsx";
export { requireSession, rootRoute, workspaceRoute } from "./routes.tsx";
export { useIsPhone } from "./use-is-phone.ts";
