// Components say what can be done while they are on screen; the palette, the help sheet and the keys read it from here.
import {
  createContext,
  type ReactNode,
  useContext,
  useLayoutEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";
import type { Command } from "./command.ts";
import { Offers } from "./offers.ts";

const OffersContext = createContext<Offers<Command> | null>(null);

export function CommandsProvider({ children }: { children: ReactNode }) {
  const [offers] = useState(() => new Offers<Command>(({ id }) => id));
  return <OffersContext value={offers}>{children}</OffersContext>;
}

export function useCommandOffers(): Offers<Command> {
  const offers = useContext(OffersContext);
  if (!offers) throw new Error("Commands are used outside of CommandsProvider");
  return offers;
}

/** Offers commands while the caller is on screen, from its first frame on. Give a memoized list. */
export function useCommands(commands: readonly Command[]): void {
  const offers = useCommandOffers();
  const owner = useMemo(() => ({}), []);
  useLayoutEffect(() => offers.offer(owner, commands), [offers, owner, commands]);
  useLayoutEffect(() => () => offers.withdraw(owner), [offers, owner]);
}

export function useAllCommands(): readonly Command[] {
  const offers = useCommandOffers();
  return useSyncExternalStore(offers.subscribe, offers.read);
}
