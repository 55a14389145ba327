// What a handler answered, as every transport passes it on.
import type { Secrets } from "../platform/secrets/index.ts";
import { type Call, type CookieChange, PageOf, StandingPage, WithCookies } from "./call.ts";
import { encodeCursor } from "./cursor.ts";

export type Reply = {
  readonly status: number;
  readonly data: unknown;
  /** Whether this very reply is given again and again. */
  readonly isStanding?: boolean;
  readonly page?: { next: string | null; previous: string | null };
  readonly replayed?: boolean;
  readonly cookies?: readonly CookieChange[];
};

const standing = new WeakMap<StandingPage<unknown>, Reply>();

export function replyTo(call: Call, answer: unknown, secrets: Secrets): Reply {
  const { route } = call;
  if (answer instanceof WithCookies) return { ...replyTo(call, answer.value, secrets), cookies: answer.cookies };
  if (!(answer instanceof PageOf)) return { status: route.status, data: answer };
  const known = standing.get(answer);
  if (known) return known;
  const isStanding = answer instanceof StandingPage;
  const reply = { status: route.status, data: answer.items, isStanding, page: pageOf(call, answer, secrets) };
  if (isStanding) standing.set(answer, reply);
  return reply;
}

function pageOf({ route, input }: Call, { ends }: PageOf<unknown>, secrets: Secrets): Reply["page"] {
  const cursor = (value: unknown) =>
    value === undefined ? null : encodeCursor(secrets, route, input as Record<string, unknown>, value);
  return { next: cursor(ends.next), previous: cursor(ends.previous) };
}
