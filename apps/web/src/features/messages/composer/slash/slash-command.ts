// What a message can begin with to be carried out instead of said. Features bring their own by `useSlashCommands`.
import { useLayoutEffect, useMemo, useSyncExternalStore } from "react";

/** Where the command was written. */
export type Place = { roomId: string; parentId: string | undefined };
/** What is said in the command's stead. */
export type Saying = { body: string; silent?: boolean };

export type SlashCommand = {
  name: string;
  /** What it does, in a line. */
  title: string;
  /** What follows its name, such as `@person`. */
  hint?: string;
  /** Carries it out; what it gives is sent. What it throws is shown, and the text stays. */
  run(argument: string, place: Place): Saying | undefined | Promise<Saying | undefined>;
};

/** A command was written in a way that it does not understand; the message, translated, says how. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

const offers = new Map<object, readonly SlashCommand[]>();
const listeners = new Set<() => void>();
let all: readonly SlashCommand[] = [];

function tell(): void {
  all = [...new Map([...offers.values()].flat().map((command) => [command.name, command])).values()];
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Offers commands while the caller is on screen, from its first frame on. Give a memoized list. */
export function useSlashCommands(commands: readonly SlashCommand[]): void {
  const owner = useMemo(() => ({}), []);
  useLayoutEffect(() => {
    offers.set(owner, commands);
    tell();
    return () => {
      offers.delete(owner);
      tell();
    };
  }, [owner, commands]);
}

export const useAllSlashCommands = (): readonly SlashCommand[] => useSyncExternalStore(subscribe, () => all);
