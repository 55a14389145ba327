// What a message can begin with to be carried out instead of said. Features bring their own by `useSlashCommands`.
import { useLayoutEffect, useMemo, useSyncExternalStore } from "react";
import { Offers } from "../../../../shell/index.ts";

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

const offers = new Offers<SlashCommand>(({ name }) => name);

/** Offers commands while the caller is on screen, from its first frame on. Give a memoized list. */
export function useSlashCommands(commands: readonly SlashCommand[]): void {
  const owner = useMemo(() => ({}), []);
  useLayoutEffect(() => {
    offers.offer(owner, commands);
    return () => offers.withdraw(owner);
  }, [owner, commands]);
}

/** What is on offer now. */
export const allSlashCommands = offers.read;

const nothing: readonly SlashCommand[] = [];

/** What is on offer, for who shows it; nothing, and no word of a change, while it is not wanted. */
export const useAllSlashCommands = (isWanted: boolean): readonly SlashCommand[] =>
  useSyncExternalStore(offers.subscribe, () => (isWanted ? offers.read() : nothing));
