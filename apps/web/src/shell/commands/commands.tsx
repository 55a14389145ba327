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

class Registry {
  readonly #offers = new Map<object, readonly Command[]>();
  readonly #listeners = new Set<() => void>();
  #all: readonly Command[] = [];

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly read = (): readonly Command[] => this.#all;

  offer(owner: object, commands: readonly Command[]): void {
    this.#offers.set(owner, commands);
    this.#tell();
  }
  withdraw(owner: object): void {
    this.#offers.delete(owner);
    this.#tell();
  }

  /** Of two offers of one command the later stands: the nearer context wins. */
  #tell(): void {
    this.#all = [...new Map([...this.#offers.values()].flat().map((command) => [command.id, command])).values()];
    for (const listener of this.#listeners) listener();
  }
}

const RegistryContext = createContext<Registry | null>(null);

export function CommandsProvider({ children }: { children: ReactNode }) {
  const [registry] = useState(() => new Registry());
  return <RegistryContext value={registry}>{children}</RegistryContext>;
}

export function useRegistry(): Registry {
  const registry = useContext(RegistryContext);
  if (!registry) throw new Error("Commands are used outside of CommandsProvider");
  return registry;
}

/** Offers commands while the caller is on screen, from its first frame on. Give a memoized list. */
export function useCommands(commands: readonly Command[]): void {
  const registry = useRegistry();
  const owner = useMemo(() => ({}), []);
  useLayoutEffect(() => registry.offer(owner, commands), [registry, owner, commands]);
  useLayoutEffect(() => () => registry.withdraw(owner), [registry, owner]);
}

export function useAllCommands(): readonly Command[] {
  const registry = useRegistry();
  return useSyncExternalStore(registry.subscribe, registry.read);
}
