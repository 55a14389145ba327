/**
 * The one connection of this tab to its server: calls, the socket, and the workspaces that were opened. The refresh token
 * is in a cookie that no script can read; the access token lives in memory only.
 */
import { realtime } from "@althing/contract";
import {
  type Client,
  createClient,
  createLive,
  type Live,
  openWorkspace,
  type Storage,
  type Workspace,
} from "@althing/sdk";
import { createBrowserStorage } from "./storage.ts";

/** `unreachable`: nobody could say, since no answer came. */
export type SessionState = "signed-in" | "signed-out" | "unreachable";
export type Credentials = { email: string; password: string };
export type Registration = Credentials & {
  name: string;
  workspaceName?: string;
  invitation?: string;
  setupToken?: string;
};

type SignedIn = Awaited<ReturnType<Client["accounts"]["login"]>>;

/** There is no workspace of this address, or one is not a member of it. */
export class WorkspaceMissing extends Error {
  override readonly name = "WorkspaceMissing";
}

export class Connection {
  readonly client: Client;
  readonly live: Live;
  readonly storage: Storage = createBrowserStorage();
  readonly #otherTabs = new BroadcastChannel("althing.session");
  readonly #opened = new Map<string, Promise<Workspace>>();
  readonly #endings = new Set<() => void>();
  #resumed: Promise<SessionState> | undefined;

  constructor() {
    this.client = createClient({ baseUrl: "", onSessionLost: () => this.#end() });
    this.live = createLive({ client: this.client });
    this.live.onStatus((status) => {
      if (status.state === "ended" && status.reason === realtime.closeCodes.sessionEnded.reason) this.#end();
    });
    this.#otherTabs.onmessage = () => this.#end();
  }

  /** Whether someone is signed in: asked of the server once, and not at all where nobody has signed in before. */
  session(): Promise<SessionState> {
    if (!hasSignedIn()) this.#resumed ??= Promise.resolve("signed-out");
    this.#resumed ??= this.client.session.resume().then(
      (isSignedIn) => (isSignedIn ? "signed-in" : "signed-out"),
      () => {
        this.#resumed = undefined;
        return "unreachable";
      },
    );
    return this.#resumed;
  }

  async signIn(credentials: Credentials): Promise<SignedIn> {
    return this.#begin(await this.client.accounts.login({ ...credentials, session: "cookie" }));
  }

  async register(registration: Registration): Promise<SignedIn> {
    return this.#begin(await this.client.accounts.register({ ...registration, session: "cookie" }));
  }

  /** Ends this session here and on the server; `everywhere` ends all of the account's. */
  async signOut({ everywhere = false } = {}): Promise<void> {
    await (everywhere ? this.client.accounts.logoutAll() : this.client.accounts.logout());
    this.#otherTabs.postMessage("ended");
    this.#end();
  }

  /** Calls when the session has ended, here or elsewhere; gives the way to stop. */
  onEnded(listener: () => void): () => void {
    this.#endings.add(listener);
    return () => this.#endings.delete(listener);
  }

  /** A workspace by its address, kept open until the session ends. Throws `WorkspaceMissing`, or as any call does. */
  openWorkspace(slug: string): Promise<Workspace> {
    const opening = this.#opened.get(slug) ?? this.#open(slug);
    this.#opened.set(slug, opening);
    opening.catch(() => this.#opened.delete(slug));
    return opening;
  }

  async #open(slug: string): Promise<Workspace> {
    const { client, live, storage } = this;
    const me = await client.accounts.getMe();
    const found = me.workspaces.find((workspace) => workspace.slug === slug);
    if (!found) throw new WorkspaceMissing(slug);
    const workspace = await openWorkspace({ client, live, storage, me, workspaceId: found.id });
    live.start();
    return workspace;
  }

  async #begin(signedIn: SignedIn): Promise<SignedIn> {
    await this.client.session.start(signedIn);
    rememberSignedIn(true);
    this.#resumed = Promise.resolve("signed-in");
    return signedIn;
  }

  #end(): void {
    if (this.#resumed === undefined) return;
    this.#resumed = Promise.resolve("signed-out");
    void this.client.session.end();
    rememberSignedIn(false);
    this.live.stop();
    for (const opening of this.#opened.values()) void opening.then((workspace) => workspace.close());
    this.#opened.clear();
    for (const listener of this.#endings) listener();
  }
}

const signedInKey = "althing.signed-in";

/** The cookie cannot be seen from here; this only saves asking for a session that never was. */
function hasSignedIn(): boolean {
  try {
    return localStorage.getItem(signedInKey) !== null;
  } catch {
    return true;
  }
}

function rememberSignedIn(isSo: boolean): void {
  try {
    if (isSo) localStorage.setItem(signedInKey, "");
    else localStorage.removeItem(signedInKey);
  } catch {
    // Without storage the server is asked at each start.
  }
}
