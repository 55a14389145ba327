import { useEffect } from "react";
import { type Command, useAllCommands, useCommandOffers } from "../../../../shell/index.ts";

const noted = new Map<string, Command>();

/**
 * Notes every command that was on offer since the app was opened: most belong to a page, such as a room's, and are gone
 * when one comes to the settings to give them other keys.
 */
export function useCommandsNoted(): void {
  const offers = useCommandOffers();
  useEffect(() => {
    const note = () => {
      for (const command of offers.read()) noted.set(command.id, command);
    };
    note();
    return offers.subscribe(note);
  }, [offers]);
}

/** All that can have keys, those of now and of before. */
export function useNotedCommands(): readonly Command[] {
  const now = useAllCommands();
  return [...new Map([...noted, ...now.map((command) => [command.id, command] as const)]).values()];
}
