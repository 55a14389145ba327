import type { LucideIcon } from "lucide-react";
import { type ComponentType, createContext, type ReactNode, useContext } from "react";

/** What settings are about: oneself, the workspace, the whole installation. */
export const settingsGroups = ["account", "workspace", "installation"] as const;

/** A page of the settings, at `/w/<workspace>/settings/<path>`. */
export type SettingsPage = {
  path: string;
  group: (typeof settingsGroups)[number];
  /** Translated when it is shown. */
  useTitle: () => string;
  icon: LucideIcon;
  /** Whether this member sees it; everyone unless told. */
  useIsVisible?: () => boolean;
  Component: ComponentType;
};

/** A thing that the palette finds. */
export type Finding = { id: string; title: string; hint?: string; icon: ReactNode; run(): void };

/** Finds things of one kind by what is typed, the best first; for nothing typed, those one most likely wants. */
export type Finder = { group: string; find(query: string): readonly Finding[] };

export type FinderProps = { children: (finder: Finder) => ReactNode };

/** What a feature adds to the shell, beside its routes. Big parts are lazy. */
export type Feature = {
  name: string;
  /** The top of the sidebar: where one is. */
  Head?: ComponentType;
  /** Lines below it, such as "Threads". */
  Navigation?: ComponentType;
  /** Sections of the sidebar, such as the rooms. */
  Sections?: ComponentType;
  /** What the foot of the sidebar shows. */
  Foot?: ComponentType;
  /** Side panels by kind; `subject` is what the address says behind the colon: `?panel=thread:<subject>`. */
  panels?: Readonly<Record<string, ComponentType<{ subject: string }>>>;
  /** A hook, called while the palette is open. */
  useFinder?: () => Finder;
  /** What finds by things that nobody needs before: fetched, with them, when the palette is opened. */
  LaterFinder?: ComponentType<FinderProps>;
  settings?: readonly SettingsPage[];
  /** Lives while a workspace is open and shows nothing of its own: registers commands, opens dialogs, listens. */
  Resident?: ComponentType;
};

export const FeaturesContext = createContext<readonly Feature[]>([]);
export const useFeatures = (): readonly Feature[] => useContext(FeaturesContext);
