import type { InputOf, OutputOf, RouteDef } from "@althing/contract";
import { errors } from "@althing/contract";
import type { z } from "zod";
import type { Actor } from "./actor.ts";
import { fail } from "./failure.ts";
import type { Access } from "./permission.ts";

/** What every transport tells of a request beside its input. */
export type RequestFacts = {
  readonly requestId: string;
  /** The trace that the caller says this is part of: 32 hexadecimal digits. */
  readonly traceId?: string | undefined;
  /** The client's network address, as far as it can be believed. */
  readonly address: string;
  readonly userAgent: string;
  readonly idempotencyKey: string | undefined;
  readonly ifMatch: string | undefined;
  readonly include: ReadonlySet<string>;
  /** The body of a route that takes bytes, as it arrives. */
  readonly bytes?: ReadableStream<Uint8Array> | undefined;
  /** The refresh cookie, which only the web app has. */
  readonly refreshCookie: string | undefined;
};

/** One call of a route, its input parsed and the right to it granted. */
export type Call<R extends RouteDef = RouteDef> = {
  readonly route: R;
  readonly input: InputOf<R>;
  readonly actor: Actor;
  readonly request: RequestFacts;
  /** What the actor may do with the route's object; absent on routes that ask for no permission. */
  readonly access: Access | undefined;
  /** What the page's cursor holds, where one came. */
  readonly cursor: z.output<NonNullable<R["cursor"]>> | undefined;
};

/** A page of a list; the ends hold what the cursor of the neighbouring page must hold. */
export class PageOf<Item, Cursor = unknown> {
  constructor(
    readonly items: Item[],
    readonly ends: { next?: Cursor | undefined; previous?: Cursor | undefined } = {},
  ) {}
}

/** A page that one query is answered with again and again: what is made of it on the way out is made once and kept. */
export class StandingPage<Item, Cursor = unknown> extends PageOf<Item, Cursor> {}

/** The cookie that bears the web app's refresh token. */
export const refreshCookieName = "althing_refresh";

/** A cookie to set; without a value it is taken away. */
export type CookieChange = { readonly name: string; readonly value: string | null; readonly maxAgeSeconds: number };

/** An answer that sets cookies where the transport has them. */
export class WithCookies<Value> {
  constructor(
    readonly value: Value,
    readonly cookies: readonly CookieChange[],
  ) {}
}

/** What a handler answers: the output, or a page of it. */
export type Answer<R extends RouteDef> =
  | OutputOf<R>
  | WithCookies<OutputOf<R>>
  | (OutputOf<R> extends (infer Item)[] ? PageOf<Item, z.input<NonNullable<R["cursor"]>>> : never);

/** A write may answer with a function, which is asked once the events have their numbers. */
export type LateAnswer<R extends RouteDef> = OutputOf<R> | WithCookies<OutputOf<R>> | (() => OutputOf<R>);

export function accessOf(call: Call): Access {
  if (!call.access) throw new Error(`${call.route.name} asks for no permission, so it has no access`);
  return call.access;
}

/** Refuses an update whose `If-Match` names another version than the current one. */
export function requireVersion(call: Pick<Call, "request">, version: number): void {
  const { ifMatch } = call.request;
  if (ifMatch === undefined || ifMatch === "*") return;
  const named = /^(?:W\/)?"(\d+)[."]/.exec(ifMatch)?.[1];
  if (Number(named) !== version) fail(errors.Stale);
}
