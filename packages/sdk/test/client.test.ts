import { describe, expect, test } from "bun:test";
import { accounts, errors, messages, workspaces } from "@althing/contract";
import {
  AlthingError,
  type ClientOptions,
  createClient,
  createMemorySession,
  isProblem,
  NetworkError,
  plan,
} from "../src/index.ts";
import { createFakeFetch, problem, type Request, success } from "./answers.ts";
import { createHastyClock } from "./hasty-clock.ts";

const roomId = "01930c2e-7a54-7c3b-9d0a-3f5b8e2c1d47";
const messageId = "01930c2e-7a54-7c3b-9d0a-3f5b8e2c1d48";
const unauthorized = (request: Request, token: string) => request.headers.get("authorization") !== `Bearer ${token}`;

function open(answer: (request: Request) => Response | Promise<Response>, options: Partial<ClientOptions> = {}) {
  const { fetch, requests } = createFakeFetch(answer);
  const clock = createHastyClock();
  const client = createClient({
    baseUrl: "http://althing.test/",
    accessToken: "key",
    fetch,
    clock,
    random: () => 0.5,
    ...options,
  });
  return { client, requests, clock };
}

describe("a call", () => {
  test("puts parameters into the path and the rest into the body", async () => {
    const { client, requests } = open(() => success({ id: messageId }, { status: 201 }));
    const sent = await client.messages.sendMessage({ roomId, body: "Ahoy" });
    expect(sent.id).toBe(messageId as typeof sent.id);
    expect(requests[0]).toMatchObject({ method: "POST", path: `/rooms/${roomId}/messages`, body: { body: "Ahoy" } });
    expect(requests[0]?.headers.get("authorization")).toBe("Bearer key");
    expect(requests[0]?.headers.get("idempotency-key")).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("puts the rest of a GET or DELETE into the query, escaped", async () => {
    const { client, requests } = open(() => success([], { page: { next: "c2", previous: null } }));
    const page = await client.page(workspaces.listMembers, { workspaceId: roomId, query: "Ana & Ben", limit: 2 });
    await client.messages.removeReaction({ roomId, messageId, emoji: "a/b" });
    expect(page).toEqual({ items: [], next: "c2", previous: null });
    expect(requests.map((request) => request.path)).toEqual([
      `/workspaces/${roomId}/members?query=Ana+%26+Ben&limit=2`,
      `/rooms/${roomId}/messages/${messageId}/reactions/a%2Fb`,
    ]);
  });

  test("carries If-Match and gives the entity tag", async () => {
    const { client, requests } = open(() => success({ name: "Ana" }, { etag: '"7"' }));
    const answer = await client.ask(accounts.updateMe, { name: "Ana" }, { ifMatch: '"6"' });
    expect(answer.etag).toBe('"7"');
    expect(requests[0]?.headers.get("if-match")).toBe('"6"');
  });

  test("fails with what the contract declares, typed", async () => {
    const { client } = open(() => problem(accounts.EmailTaken));
    const error = await client.accounts
      .register({ email: "ana@example.org", password: "correct horse battery", name: "Ana" })
      .catch((reason: unknown) => reason);
    expect(isProblem(error, accounts.EmailTaken)).toBe(true);
    expect(isProblem(error, accounts.HandleTaken)).toBe(false);
    expect(error).toMatchObject({ status: 409, code: "email_taken", requestId: "request-1", retry: false });
    expect((error as AlthingError).fields).toEqual([{ pointer: "/email", code: "taken", message: "is taken" }]);
  });
});

describe("a failing call", () => {
  test("is repeated with the same key, after as long as the server says", async () => {
    let asked = 0;
    const { client, requests, clock } = open(() =>
      ++asked < 3 ? problem(errors.Unavailable, { retryAfter: "2" }) : success({ id: messageId }),
    );
    await client.messages.sendMessage({ roomId, body: "Ahoy" });
    expect(clock.waitsMs).toEqual([2_000, 2_000]);
    expect(new Set(requests.map((request) => request.headers.get("idempotency-key"))).size).toBe(1);
  });

  test("waits longer each time when the line is down, and gives up after four", async () => {
    const { client, requests, clock } = open(() => {
      throw new TypeError("fetch failed");
    });
    await expect(client.accounts.getMe()).rejects.toBeInstanceOf(NetworkError);
    expect(requests).toHaveLength(4);
    expect(clock.waitsMs).toEqual([250, 500, 1_000]);
  });

  test("is repeated when a proxy answers in the server's place", async () => {
    let asked = 0;
    const { client } = open(() => (++asked === 1 ? new Response("<html>", { status: 502 }) : success({ name: "Ana" })));
    expect((await client.accounts.getMe()).name).toBe("Ana");
  });

  test("is not repeated when that might do it twice, or would not help", async () => {
    const patch = open(() => problem(errors.Unavailable));
    await patch.client.accounts.updateMe({ name: "Ana" }).catch(() => undefined);
    expect(patch.requests).toHaveLength(1);
    const refused = open(() => problem(messages.MessageNotFound));
    await refused.client.messages.getMessage({ roomId, messageId }).catch(() => undefined);
    expect(refused.requests).toHaveLength(1);
  });

  test("ends at once when its caller loses patience", async () => {
    const patience = new AbortController();
    const { client, requests } = open(() => {
      patience.abort(new Error("enough"));
      throw new TypeError("aborted");
    });
    await expect(client.accounts.getMe({}, { signal: patience.signal })).rejects.toThrow("enough");
    expect(requests).toHaveLength(1);
  });
});

describe("reads together", () => {
  const reads = [plan(accounts.getMe, {}), plan(workspaces.listMembers, { workspaceId: roomId, limit: 2 })] as const;
  const batched = async (parts: readonly Response[]) =>
    success(await Promise.all(parts.map(async (part) => ({ status: part.status, body: await part.json() }))));

  test("are one request, and come in their order", async () => {
    const { client, requests } = open(() => batched([success({ name: "Ana" }), success([{ name: "Ben" }])]));
    const [me, members] = await client.together(reads);
    expect([me.name, members.map(({ name }) => name)]).toEqual(["Ana", ["Ben"]]);
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({
      method: "POST",
      path: "/batch",
      body: {
        requests: [
          { method: "GET", path: "/users/me" },
          { method: "GET", path: `/workspaces/${roomId}/members?limit=2` },
        ],
      },
    });
    expect(requests[0]?.headers.get("authorization")).toBe("Bearer key");
  });

  test("fail with the first that is refused", async () => {
    const { client, requests } = open(() =>
      batched([success({ name: "Ana" }), problem(workspaces.WorkspaceNotFound), problem(errors.NotFound)]),
    );
    await expect(client.together(reads)).rejects.toMatchObject({ code: "workspace_not_found" });
    expect(requests).toHaveLength(1);
  });

  test("are made anew where one may pass later, or the session was too old", async () => {
    const answers = [
      () => batched([success({ name: "Ana" }), problem(errors.RateLimited, { data: { retryAfterSeconds: 2 } })]),
      () => batched([problem(errors.Unauthenticated), problem(errors.Unauthenticated)]),
      () => success({ accessToken: "new", expiresInSeconds: 900 }),
      () => batched([success({ name: "Ana" }), success([])]),
    ];
    const { client, requests, clock } = open(() => answers.shift()?.() ?? problem(errors.Internal), {
      accessToken: undefined,
    });
    await client.session.start({ accessToken: "old", expiresInSeconds: 900 });
    const [me] = await client.together(reads);
    expect(me.name).toBe("Ana");
    expect(requests.map(({ path }) => path)).toEqual(["/batch", "/batch", "/auth/refresh", "/batch"]);
    expect(requests.at(-1)?.headers.get("authorization")).toBe("Bearer new");
    expect(clock.waitsMs).toEqual([2_000]);
  });

  test("do not take what is not from the server", async () => {
    const { client } = open(() => success([{ status: 200, body: "<html>" }]));
    await expect(client.together([plan(accounts.getMe, {})])).rejects.toBeInstanceOf(NetworkError);
  });
});

describe("a session", () => {
  const grant = { accessToken: "old", expiresInSeconds: 900, refreshToken: "refresh-1" };
  const renewed = { accessToken: "new", expiresInSeconds: 900, refreshToken: "refresh-2" };

  test("is refreshed once, however many calls find that it ended", async () => {
    const session = createMemorySession();
    const { client, requests } = open(
      (request) => {
        if (request.path === "/auth/refresh") return success(renewed);
        return unauthorized(request, "new") ? problem(errors.Unauthenticated) : success({ name: "Ana" });
      },
      { accessToken: undefined, session },
    );
    await client.session.start(grant);
    await Promise.all([client.accounts.getMe(), client.accounts.getMe(), client.accounts.getPreferences()]);
    const refreshes = requests.filter((request) => request.path === "/auth/refresh");
    expect(refreshes.map((request) => request.body)).toEqual([{ refreshToken: "refresh-1" }]);
    expect(await session.get()).toMatchObject({ accessToken: "new", refreshToken: "refresh-2" });
  });

  test("is refreshed before its token ends", async () => {
    const { client, requests, clock } = open(
      (request) => (request.path === "/auth/refresh" ? success(renewed) : success({ name: "Ana" })),
      { accessToken: undefined },
    );
    await client.session.start(grant);
    await client.accounts.getMe();
    clock.nowMs += 850_000;
    await client.accounts.getMe();
    expect(requests.map((request) => request.path)).toEqual(["/users/me", "/auth/refresh", "/users/me"]);
  });

  test("that has ended is forgotten and told", async () => {
    const lost: AlthingError[] = [];
    const session = createMemorySession();
    const { client } = open(
      (request) => problem(request.path === "/auth/refresh" ? accounts.RefreshTokenInvalid : errors.Unauthenticated),
      { accessToken: undefined, session, onSessionLost: (error) => lost.push(error) },
    );
    await client.session.start(grant);
    await expect(client.accounts.getMe()).rejects.toBeInstanceOf(AlthingError);
    expect(lost.map((error) => error.code)).toEqual(["refresh_token_invalid"]);
    expect(await session.get()).toBeUndefined();
  });

  test("in a cookie is resumed without a token in the body", async () => {
    const { client, requests } = open(() => success({ accessToken: "new", expiresInSeconds: 900 }), {
      accessToken: undefined,
    });
    expect(await client.session.resume()).toBe(true);
    expect(requests[0]).toMatchObject({ path: "/auth/refresh", body: {} });
  });
});
