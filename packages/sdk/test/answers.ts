import type { ErrorDef } from "@althing/contract";

/** What a server of ours sends, and the requests it got; `answer` may give a response or break the line by throwing. */
export const success = (data: unknown, more: { status?: number; page?: unknown; etag?: string } = {}) =>
  Response.json(
    { status: more.status ?? 200, message: "OK", data, page: more.page },
    { status: more.status ?? 200, headers: more.etag ? { etag: more.etag } : {} },
  );

export const problem = (error: ErrorDef, more: { data?: unknown; retryAfter?: string } = {}) =>
  Response.json(
    {
      type: `https://althing.example/errors/${error.code}`,
      title: error.title,
      status: error.status,
      code: error.code,
      message: error.message,
      detail: "",
      requestId: "request-1",
      retry: error.retry,
      errors: [{ pointer: "/email", code: "taken", message: "is taken" }],
      data: more.data ?? null,
    },
    {
      status: error.status,
      headers: {
        "content-type": "application/problem+json",
        ...(more.retryAfter ? { "retry-after": more.retryAfter } : {}),
      },
    },
  );

export type Request = { method: string; path: string; headers: Headers; body: unknown };

export function createFakeFetch(answer: (request: Request) => Response | Promise<Response>) {
  const requests: Request[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const request = {
      method: init.method ?? "GET",
      path: url.replace("http://althing.test/api/v1", ""),
      headers: new Headers(init.headers),
      body: typeof init.body === "string" ? JSON.parse(init.body) : undefined,
    };
    requests.push(request);
    return answer(request);
  };
  return { fetch, requests };
}
