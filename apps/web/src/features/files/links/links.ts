/**
 * Where files can be fetched from, for ten minutes each. What comes into view together is asked for together, and an
 * address is kept until shortly before it ends.
 */
import type { files } from "@althing/contract";

export type Wanted = { readonly id: string; readonly variant: files.FileVariant };
type Link = { readonly url: string; readonly freshUntil: number };

type Parts = {
  ask(wanted: readonly Wanted[]): Promise<readonly Pick<files.FileLink, "id" | "variant" | "url" | "expiresAt">[]>;
  /** Calls once what goes on now has ended. */
  soon(work: () => void): void;
  now(): number;
};

const mostAtOnce = 100;
/** So long before its end an address is not given out any more: what was begun with it should have time. */
const earlyMs = 60_000;

const keyOf = ({ id, variant }: Wanted): string => `${variant} ${id}`;

export class Links {
  readonly #parts: Parts;
  readonly #links = new Map<string, Link>();
  readonly #wanted = new Map<string, Wanted>();
  readonly #asked = new Set<string>();
  readonly #listeners = new Set<() => void>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Stays the same as long as it is held on screen: what is loaded is not loaded again. */
  read(wanted: Wanted): string | undefined {
    return this.#links.get(keyOf(wanted))?.url;
  }

  /** Asks for an address, unless a fresh one is known or on its way. */
  want(wanted: Wanted): void {
    const key = keyOf(wanted);
    if (this.#isFresh(key) || this.#asked.has(key) || this.#wanted.has(key)) return;
    this.#wanted.set(key, wanted);
    if (this.#wanted.size === 1) this.#parts.soon(() => void this.#ask());
  }

  /** An address did not work. Where it has ended while it lay on screen, another may. */
  renew(wanted: Wanted): void {
    const key = keyOf(wanted);
    if (this.#isFresh(key)) return;
    this.#links.delete(key);
    this.want(wanted);
  }

  /** An address that is good for a while, now. */
  async get(wanted: Wanted): Promise<string | undefined> {
    const key = keyOf(wanted);
    if (!this.#isFresh(key)) this.#take(await this.#parts.ask([wanted]));
    return this.read(wanted);
  }

  #isFresh(key: string): boolean {
    const link = this.#links.get(key);
    return link !== undefined && link.freshUntil > this.#parts.now();
  }

  async #ask(): Promise<void> {
    const all = [...this.#wanted.values()];
    this.#wanted.clear();
    for (let at = 0; at < all.length; at += mostAtOnce) {
      const some = all.slice(at, at + mostAtOnce);
      for (const one of some) this.#asked.add(keyOf(one));
      try {
        this.#take(await this.#parts.ask(some));
      } catch {
        // Without an answer they stay unknown; whoever wants them next asks again.
      } finally {
        for (const one of some) this.#asked.delete(keyOf(one));
      }
    }
  }

  #take(links: Awaited<ReturnType<Parts["ask"]>>): void {
    for (const link of links) {
      const freshUntil = Date.parse(link.expiresAt) - earlyMs;
      this.#links.set(keyOf(link), { url: link.url, freshUntil });
    }
    for (const listener of this.#listeners) listener();
  }
}
