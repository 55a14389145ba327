// Keeps the access token fresh: one refresh at a time, a minute before it ends or when the server no longer takes it.
import type { accounts, RequestOf } from "@althing/contract";
import type { Clock } from "./clock.ts";
import { AlthingError } from "./errors.ts";

export type Session = {
  accessToken: string;
  /** When the access token ends, in milliseconds since 1970 by this device's clock. */
  expiresAt: number;
  /** Null where the browser keeps it in an HttpOnly cookie. */
  refreshToken: string | null;
};

/** Where a session is kept between starts. Tabs may share one: it is read anew before each refresh. */
export type SessionStore = {
  get(): Session | undefined | Promise<Session | undefined>;
  set(session: Session | undefined): void | Promise<void>;
};

export const createMemorySession = (session?: Session): SessionStore => ({
  get: () => session,
  set: (next) => {
    session = next;
  },
});

/** What signing in or refreshing gives. */
export type Grant = { accessToken: string; expiresInSeconds: number; refreshToken?: string };

type Parts = {
  store: SessionStore;
  clock: Clock;
  refresh(input: RequestOf<typeof accounts.refresh>): Promise<Grant>;
  onLost?: ((error: AlthingError) => void) | undefined;
  /** Whether someone may be signed in of whom only the cookie knows: then a token is asked for when it is needed. */
  mayResume?: (() => boolean) | undefined;
};

const earlyMs = 60_000;

export class SessionKeeper {
  readonly #parts: Parts;
  #renewal: Promise<string> | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Keeps what `register` or `login` gave. */
  async start(grant: Grant): Promise<void> {
    await this.#parts.store.set({
      accessToken: grant.accessToken,
      expiresAt: this.#parts.clock.now() + grant.expiresInSeconds * 1_000,
      refreshToken: grant.refreshToken ?? null,
    });
  }

  /** Forgets the session here; `accounts.logout` ends it on the server. */
  async end(): Promise<void> {
    await this.#parts.store.set(undefined);
  }

  /** Whether someone is signed in, after asking for the cookie's session where none is stored. */
  async resume(): Promise<boolean> {
    if (await this.#parts.store.get()) return true;
    try {
      await this.start(await this.#parts.refresh({}));
      return true;
    } catch (error) {
      if (error instanceof AlthingError && error.status === 401) return false;
      throw error;
    }
  }

  /** A token that is good for a while yet; undefined when nobody is signed in. */
  async token(): Promise<string | undefined> {
    const session = await this.#parts.store.get();
    if (!session) return this.#parts.mayResume?.() ? this.renew(undefined) : undefined;
    const leftMs = session.expiresAt - this.#parts.clock.now();
    if (leftMs > earlyMs) return session.accessToken;
    try {
      return await this.renew(session.accessToken);
    } catch (error) {
      if (leftMs > 0 && !(error instanceof AlthingError && error.status === 401)) return session.accessToken;
      throw error;
    }
  }

  /** A newer token than `stale`. Throws `refresh_token_invalid` when the session has ended, and forgets it. */
  renew(stale: string | undefined): Promise<string> {
    this.#renewal ??= this.#renew(stale).finally(() => {
      this.#renewal = undefined;
    });
    return this.#renewal;
  }

  async #renew(stale: string | undefined): Promise<string> {
    const session = await this.#parts.store.get();
    if (session && session.accessToken !== stale) return session.accessToken;
    try {
      const grant = await this.#parts.refresh(session?.refreshToken ? { refreshToken: session.refreshToken } : {});
      await this.start({ ...grant, refreshToken: grant.refreshToken ?? session?.refreshToken ?? undefined });
      return grant.accessToken;
    } catch (error) {
      if (!(error instanceof AlthingError) || error.status !== 401) throw error;
      // Another tab that shares the store may have used the refresh token a moment before us.
      const current = await this.#parts.store.get();
      if (current && current.accessToken !== stale) return current.accessToken;
      await this.end();
      this.#parts.onLost?.(error);
      throw error;
    }
  }
}
