/**
 * The one connection of this tab to its server: calls, the socket, and the workspaces that were opened. The refresh token
 * is in a cookie that no script can read; the access token lives in memory only. A workspace that this device has kept is
 * opened at once, from what it knew; the session is asked for meanwhile, and what was kept goes if there is none.
 */
import { realtime } from "@althing/contract";
import {
  type Client,
  createClient,
  createLive,
  findKept,
  forgetKept,
  type Kept,
  type Live,
  openWorkspace,
  type Storage,
  type Workspace,
} from "@althing/sdk";
import { readable } from "../parts/index.ts";
import { fetchUnlessAsked } from "./asked-ahead.ts";
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

/** Whether someone signed out here, or the session ended under their hands. */
export type Ending = { readonly isWanted: boolean };

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
  readonly #kept = new Map<string, Promise<Kept | undefined>>();
  readonly #endings = new Set<(ending: Ending) => void>();
  #resumed: Promise<SessionState> | undefined;

  constructor() {
    this.client = createClient({
      baseUrl: "",
      fetch: fetchUnlessAsked,
      mayResume: hasSignedIn,
      onSessionLost: () => this.#end(),
    });
    this.live = createLive({ client: this.client });
    this.live.onStatus((status) => {
      if (status.state === "ended" && status.reason === realtime.closeCodes.sessionEnded.reason) this.#end();
    });
    this.#otherTabs.onmessage = () => this.#end();
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") for (const opening of this.#opened.values()) void opening.then(keep);
    });
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

  /** Whether a workspace can be shown from what this device knows of it, whether there is a network or not. */
  async isAtHand(slug: string): Promise<boolean> {
    return this.#opened.has(slug) || (await this.#findKept(slug)) !== undefined;
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
    this.#end({ isWanted: true });
  }

  /** Calls when the session has ended, here or elsewhere; gives the way to stop. */
  onEnded(listener: (ending: Ending) => void): () => void {
    this.#endings.add(listener);
    return () => this.#endings.delete(listener);
  }

  /** A workspace by its address, kept open until the session ends. Throws `WorkspaceMissing`, or as any call does. */
  openWorkspace(slug: string): Promise<Workspace> {
    const opening = this.#opened.get(slug) ?? readable(this.#open(slug));
    this.#opened.set(slug, opening);
    opening.catch(() => this.#opened.delete(slug));
    return opening;
  }

  /** Lets go of a workspace that one is no member of any more, and of what this device kept of it. */
  async leaveWorkspace(slug: string): Promise<void> {
    const opening = this.#opened.get(slug);
    this.#opened.delete(slug);
    const workspace = await opening;
    // It is in the state no more, so this takes it out of the storage.
    await workspace?.keep();
    await workspace?.close();
  }

  async #open(slug: string): Promise<Workspace> {
    const { client, live, storage } = this;
    const kept = await this.#findKept(slug);
    this.#kept.delete(slug);
    if (kept) return this.#openKept(kept);
    const me = await client.accounts.getMe();
    const found = me.workspaces.find((workspace) => workspace.slug === slug);
    if (!found) throw new WorkspaceMissing(slug);
    const workspace = await openWorkspace({ client, live, storage, me, workspaceId: found.id });
    live.start();
    return workspace;
  }

  async #openKept(kept: Kept): Promise<Workspace> {
    const { client, live, storage } = this;
    this.#resumed ??= Promise.resolve("signed-in");
    const workspace = await openWorkspace({ client, live, storage, kept, workspaceId: kept.workspaceId });
    live.onStatus((status) => {
      if (status.state === "live" && status.accountId !== kept.replica.accountId) void this.#startAnew();
    });
    live.start();
    return workspace;
  }

  #findKept(slug: string): Promise<Kept | undefined> {
    if (!hasSignedIn()) return Promise.resolve(undefined);
    // A device that cannot tell has kept nothing.
    const finding = this.#kept.get(slug) ?? findKept(this.storage, slug, Date.now()).catch(() => undefined);
    this.#kept.set(slug, finding);
    return finding;
  }

  /** Someone else has signed in on this device, past this app. */
  async #startAnew(): Promise<void> {
    await this.#forget();
    location.reload();
  }

  /** After the last write of each workspace, so that nothing comes back. */
  async #forget(): Promise<void> {
    const closing = [...this.#opened.values()].map(async (opening) => (await opening).close());
    this.#opened.clear();
    this.#kept.clear();
    await Promise.allSettled(closing);
    await forgetKept(this.storage).catch(() => undefined);
  }

  async #begin(signedIn: SignedIn): Promise<SignedIn> {
    await this.client.session.start(signedIn);
    rememberSignedIn(true);
    this.#resumed = Promise.resolve("signed-in");
    return signedIn;
  }

  #end(ending: Ending = { isWanted: false }): void {
    if (this.#resumed === undefined) return;
    this.#resumed = Promise.resolve("signed-out");
    void this.client.session.end();
    rememberSignedIn(false);
    this.live.stop();
    void this.#forget();
    for (const listener of this.#endings) listener(ending);
  }
}

const keep = (workspace: Workspace): Promise<void> => workspace.keep();

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
