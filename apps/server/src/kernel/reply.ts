// What a handler answered, as every transport passes it on.
import type { Secrets } from "../platform/secrets/index.ts";
import { type Call, type CookieChange, PageOf, WithCookies } from "./call.ts";
import { encodeCursor } from "./cursor.ts";

export type Reply = {
  readonly status: number;
  readonly data: unknown;
  /** The data as JSON, where it is encoded already. */
  readonly text?: string | undefined;
  readonly page?: { next: string | null; previous: string | null };
  readonly replayed?: boolean;
  readonly cookies?: readonly CookieChange[];
};

export function replyTo(call: Call, answer: unknown, secrets: Secrets): Reply {
  const { route } = call;
  if (answer instanceof WithCookies) return { ...replyTo(call, answer.value, secrets), cookies: answer.cookies };
  if (!(answer instanceof PageOf)) return { status: route.status, data: answer };
  const input = call.input as Record<string, unknown>;
  const cursor = (value: unknown) => (value === undefined ? null : encodeCursor(secrets, route, input, value));
  return {
    status: route.status,
    data: answer.items,
    text: answer.text,
    page: { next: cursor(answer.ends.next), previous: cursor(answer.ends.previous) },
  };
}
