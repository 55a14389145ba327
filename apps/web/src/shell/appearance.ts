/**
 * How the app looks and which language it speaks. The account's preferences decide; this device remembers them, so that
 * the next start (public/begin.js) and the pages before signing in look the same.
 */
import type { accounts } from "@althing/contract";
import { useSyncExternalStore } from "react";
import { chooseLanguage, type Language, languages } from "../i18n/index.ts";

export type Appearance = Pick<accounts.Preferences, "theme" | "density"> & { language: Language };

const key = "althing.appearance";
const listeners = new Set<() => void>();
let current = restore();

function restore(): Appearance {
  const kept = readKept();
  return {
    theme: kept.theme ?? "system",
    density: kept.density ?? "comfortable",
    language: chooseLanguage(kept.language, navigator.languages),
  };
}

function readKept(): Partial<Appearance> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "{}") as Partial<Appearance>;
  } catch {
    return {};
  }
}

export function setAppearance(changes: Partial<Appearance>): void {
  current = { ...current, ...changes };
  show(current);
  for (const listener of listeners) listener();
}

function show({ theme, density, language }: Appearance): void {
  const { direction } = languages[language];
  const root = document.documentElement;
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
  root.dataset.density = density;
  root.lang = language;
  root.dir = direction;
  try {
    const kept = { theme: theme === "system" ? undefined : theme, density, language, direction };
    localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // Without storage the look lasts as long as the page.
  }
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const readAppearance = (): Appearance => current;
export const useAppearance = (): Appearance => useSyncExternalStore(subscribe, () => current);

show(current);
