import type { accounts } from "@althing/contract";
import type { PreferenceChanges } from "./tables.ts";

const defaults: accounts.Preferences = {
  theme: "system",
  density: "comfortable",
  language: null,
  notifications: { desktop: true, sound: true, email: "mentions", push: "mentions" },
  shortcuts: {},
  privacy: { sendReceipts: true, sendTyping: true, showPresence: true, pushExcerpts: true },
  assistants: { hidden: false },
};

/** Lays later changes over earlier ones, group by group. An empty shortcut goes back to the default. */
export function mergeChanges(earlier: PreferenceChanges, later: PreferenceChanges): PreferenceChanges {
  const shortcuts = Object.entries({ ...earlier.shortcuts, ...later.shortcuts }).filter(([, keys]) => keys !== "");
  return {
    ...earlier,
    ...later,
    notifications: { ...earlier.notifications, ...later.notifications },
    shortcuts: Object.fromEntries(shortcuts),
    privacy: { ...earlier.privacy, ...later.privacy },
    assistants: { ...earlier.assistants, ...later.assistants },
  };
}

export const preferencesOf = (changes: PreferenceChanges): accounts.Preferences =>
  mergeChanges(defaults, changes) as accounts.Preferences;
