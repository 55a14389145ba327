// Calls derived from the contract: `client.messages.sendMessage({ … })` is there because the route is declared.
import {
  accounts,
  type Contract,
  contract,
  errors,
  type OutputOf,
  type Page,
  platform,
  type RequestOf,
  type RouteDef,
} from "@althing/contract";
import { v7 as uuid } from "uuid";
import { type Clock, systemClock } from "./clock.ts";
import { type AlthingError, isProblem } from "./errors.ts";
import { encodeRequest } from "./request.ts";
import { createMemorySession, SessionKeeper, type SessionStore } from "./session.ts";
import { bytesMs, exchange, type Fetch, isRepeatable, persist, readPart } from "./transport.ts";

export type ClientOptions = {
  /** The origin of the server, such as `https://althing.example`; empty for the page's own. */
  baseUrl: string;
  /** An API key or bot token. People sign in instead: their session lives in `session`. */
  accessToken?: string;
  /** Where the session is kept; in memory unless told. */
  session?: SessionStore;
  /** Whether someone may be signed in of whom only the browser's cookie knows; nobody unless told. */
  mayResume?: () => boolean;
  /** The session ended for good: sign in again. */
  onSessionLost?: (error: AlthingError) => void;
  fetch?: Fetch;
  clock?: Clock;
  random?: () => number;
};

export type CallOptions = {
  /** Names this request, so that repeating it does it once. Made by the client unless given. */
  idempotencyKey?: string;
  /** The `etag` of the version that the change was made from; `412 stale` if it has changed. */
  ifMatch?: string;
  /** What a route takes whose body is bytes. */
  bytes?: Blob | Uint8Array<ArrayBuffer>;
  signal?: AbortSignal;
};

/** The whole answer of a call. `page` is there on lists that are paged. */
export type Answer<R extends RouteDef> = {
  status: number;
  data: OutputOf<R>;
  page: Page | undefined;
  etag: string | null;
  /** Whether the server had done this request before and gave its stored answer. */
  replayed: boolean;
};

/** Pass `next` or `previous` as `cursor` to go on; null at an end. */
export type ListPage<R extends RouteDef> = { items: OutputOf<R> } & Page;

/** A read that is still to be made. */
export type Planned<R extends RouteDef = RouteDef> = { readonly route: R; readonly input: RequestOf<R> };
export const plan = <R extends RouteDef>(route: R, input: RequestOf<R>): Planned<R> => ({ route, input });

/** What `together` sends for these. */
export const bodyOf = (plans: readonly Planned[]): string =>
  JSON.stringify({
    requests: plans.map(({ route, input }) => ({
      method: route.method,
      path: encodeRequest(route, input as Record<string, unknown>).path,
    })),
  });

type Nothing = Record<never, never>;
type Method<R extends RouteDef> =
  Nothing extends RequestOf<R>
    ? (input?: RequestOf<R>, options?: CallOptions) => Promise<OutputOf<R>>
    : (input: RequestOf<R>, options?: CallOptions) => Promise<OutputOf<R>>;
type Methods<Module> = {
  readonly [Name in keyof Module as Module[Name] extends RouteDef ? Name : never]: Module[Name] extends RouteDef
    ? Method<Module[Name]>
    : never;
};

/**
 * Every method resolves to the `data` of the answer. It rejects with an `AlthingError` when the server refuses (see
 * `isProblem`), a `NetworkError` when no answer arrived, or the signal's reason.
 */
export type Client = { readonly [Name in keyof Contract]: Methods<Contract[Name]> } & {
  readonly baseUrl: string;
  readonly session: SessionKeeper;
  call<R extends RouteDef>(route: R, input: RequestOf<R>, options?: CallOptions): Promise<OutputOf<R>>;
  page<R extends RouteDef>(route: R, input: RequestOf<R>, options?: CallOptions): Promise<ListPage<R>>;
  ask<R extends RouteDef>(route: R, input: RequestOf<R>, options?: CallOptions): Promise<Answer<R>>;
  /** Up to 20 reads in one request, made one after the other. Rejects with the first refusal among them. */
  together<const Plans extends readonly Planned[]>(
    plans: Plans,
  ): Promise<{ -readonly [Index in keyof Plans]: OutputOf<Plans[Index]["route"]> }>;
};

/** Makes a client of one server. It keeps the access token fresh and repeats what may safely be repeated. */
export function createClient(options: ClientOptions): Client {
  const { fetch = (url, init) => globalThis.fetch(url, init), clock = systemClock, random = Math.random } = options;
  const root = `${options.baseUrl.replace(/\/$/, "")}/api/v1`;
  const session = new SessionKeeper({
    store: options.session ?? createMemorySession(),
    clock,
    refresh: (input) => call(accounts.refresh, input),
    onLost: options.onSessionLost,
    mayResume: options.mayResume,
  });

  async function ask<R extends RouteDef>(route: R, input: RequestOf<R>, asked: CallOptions = {}): Promise<Answer<R>> {
    const { path, body: json } = encodeRequest(route, input as Record<string, unknown>);
    const body = json ?? asked.bytes;
    const headers: Record<string, string> = { accept: jsonType };
    if (body !== undefined) headers["content-type"] = json ? jsonType : "application/octet-stream";
    if (asked.ifMatch !== undefined) headers["if-match"] = asked.ifMatch;
    if (route.idempotent) headers["idempotency-key"] = asked.idempotencyKey ?? uuid();
    const send = (token: string | undefined) =>
      exchange(
        fetch,
        root + path,
        { method: route.method, headers: { ...headers, ...bearing(token) }, body },
        asked.signal,
        asked.bytes && bytesMs,
      );
    const once = () => (route.access === "public" ? send(undefined) : signed(send));
    const received = isRepeatable(route) ? await persist(once, { clock, random, signal: asked.signal }) : await once();
    return { ...received, page: received.page, data: received.data as OutputOf<R> };
  }

  /** Sends with the token; when the server no longer takes it, once more with a newer one. */
  async function signed<T>(send: (token: string | undefined) => Promise<T>): Promise<T> {
    if (options.accessToken !== undefined) return send(options.accessToken);
    const token = await session.token();
    try {
      return await send(token);
    } catch (error) {
      if (token === undefined || !isProblem(error, errors.Unauthenticated)) throw error;
      return send(await session.renew(token));
    }
  }

  async function together(plans: readonly Planned[]): Promise<unknown[]> {
    const { method, path } = platform.batch;
    const body = bodyOf(plans);
    const send = async (token: string | undefined) => {
      const headers = { accept: jsonType, "content-type": jsonType, ...bearing(token) };
      const { data } = await exchange(fetch, root + path, { method, headers, body });
      return (data as OutputOf<typeof platform.batch>).map((part) => readPart(part).data);
    };
    return persist(() => signed(send), { clock, random });
  }

  async function call<R extends RouteDef>(route: R, input: RequestOf<R>, asked?: CallOptions): Promise<OutputOf<R>> {
    return (await ask(route, input, asked)).data;
  }

  async function page<R extends RouteDef>(route: R, input: RequestOf<R>, asked?: CallOptions): Promise<ListPage<R>> {
    const answer = await ask(route, input, asked);
    return { items: answer.data, next: answer.page?.next ?? null, previous: answer.page?.previous ?? null };
  }

  const methodsOf = (module: object) =>
    Object.fromEntries(
      Object.entries(module)
        .filter((entry): entry is [string, RouteDef] => isRoute(entry[1]))
        .map(([name, route]) => [name, (input = {}, asked?: CallOptions) => call(route, input, asked)]),
    );
  const modules = Object.fromEntries(Object.entries(contract).map(([name, module]) => [name, methodsOf(module)]));
  return { ...modules, baseUrl: options.baseUrl, session, call, page, ask, together } as Client;
}

const jsonType = "application/json";
const bearing = (token: string | undefined) => (token ? { authorization: `Bearer ${token}` } : undefined);

const isRoute = (value: unknown): value is RouteDef =>
  typeof value === "object" && value !== null && "kind" in value && value.kind === "route";
