// Requests as curl sends them: nothing repeated, nothing unpacked.
import type { Person } from "@althing/testkit";

export type Asking = {
  method?: string;
  headers?: Record<string, string>;
  /** Sent as JSON, unless it is text already. */
  body?: unknown;
};

export type Answer = {
  status: number;
  headers: Headers;
  bytes: Uint8Array;
  /** The body as JSON, looked at as loosely as a stranger's program does. */
  json: Envelope;
};

type Envelope = {
  status: number;
  message: string;
  data: unknown;
  page?: { next: string | null; previous: string | null };
  code?: string;
  type?: string;
  requestId?: string;
  errors?: { pointer: string; code: string }[];
};

/** Asks as someone, or as nobody. */
export type Caller = (path: string, asking?: Asking) => Promise<Answer>;

export function callerOf(url: string, person?: Person): Caller {
  return async (path, { method = "GET", headers = {}, body } = {}) => {
    const token = await person?.session.token();
    const response = await fetch(url + path, {
      method,
      redirect: "manual",
      headers: {
        ...(body !== undefined && { "content-type": "application/json" }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...headers,
      },
      body: body === undefined || typeof body === "string" ? body : JSON.stringify(body),
      decompress: false,
    } as RequestInit);
    const bytes = new Uint8Array(await response.arrayBuffer());
    return {
      status: response.status,
      headers: response.headers,
      bytes,
      get json() {
        return JSON.parse(new TextDecoder().decode(bytes)) as Envelope;
      },
    };
  };
}
