import { afterAll, beforeAll, expect, test } from "bun:test";
import { startServer, type TestServer } from "@althing/testkit";
import { ask, password, signUp } from "./harbour.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.dispose());

const me = async (token: string) => (await ask(server, "/users/me", undefined, { token })).data;

test("of many who come first at once, exactly one owns the installation", async () => {
  const names = ["ana", "ben", "cem", "dea", "eli"];
  const signed = await Promise.all(names.map((name) => signUp(server, `${name}@example.org`)));
  const owners = await Promise.all(signed.map(async ({ accessToken }) => (await me(accessToken)).isOwner));
  expect(owners.filter(Boolean)).toHaveLength(1);
});

test("who signs up with a workspace's name owns that workspace", async () => {
  const { data, status } = await ask(server, "/auth/register", {
    email: "fay@example.org",
    password,
    name: "Fay",
    workspaceName: "Fay's boats",
  });
  expect(status).toBe(201);
  expect(data.workspace).toMatchObject({ slug: "fay-s-boats", name: "Fay's boats", roles: ["owner"] });
  expect(data.account).toMatchObject({ handle: "fay", email: "fay@example.org", emailVerified: false });
  expect(data).toMatchObject({ expiresInSeconds: 900, refreshToken: expect.any(String) });
});

test("an address has one account, and its case does not matter", async () => {
  await signUp(server, "gil@example.org");
  const again = { email: "GIL@example.org", password, name: "Gil" };
  const answers = await Promise.all([again, again].map((body) => ask(server, "/auth/register", body)));
  expect(answers.map(({ code }) => code)).toEqual(["email_taken", "email_taken"]);
});

test("two who sign up with one address at once: one gets it", async () => {
  const body = { email: "hal@example.org", password, name: "Hal" };
  const answers = await Promise.all([body, body].map((one) => ask(server, "/auth/register", one)));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
});

test("namesakes get handles of their own; a chosen handle is taken or not", async () => {
  const handles = await Promise.all(
    [1, 2, 3].map(async (n) => (await signUp(server, `ivy${n}@example.org`, { name: "Ivy Ölüm" })).account.handle),
  );
  expect(handles.toSorted()).toEqual(["ivy-olum", "ivy-olum2", "ivy-olum3"]);
  const ivy = { email: "ivy4@example.org", password, name: "Ivy", handle: "ivy-olum" };
  expect((await ask(server, "/auth/register", ivy)).code).toBe("handle_taken");
  expect((await ask(server, "/auth/register", { ...ivy, handle: "here" })).code).toBe("handle_taken");
});

test("a weak password, a wrong address and an unknown field are each named", async () => {
  const { code, status } = await ask(server, "/auth/register", {
    email: "nobody",
    password: "short",
    name: "",
    color: "red",
  });
  expect([status, code]).toEqual([400, "validation_failed"]);
});

test("where sign-up is by invitation, only the first may come without one", async () => {
  const invited = await startServer({ settings: { ALTHING_SIGNUP: "invite" } });
  const { accessToken } = await signUp(invited, "ana@example.org", { workspaceName: "Harbour" });
  const ben = { email: "ben@example.org", password, name: "Ben" };
  expect((await ask(invited, "/auth/register", ben)).code).toBe("signup_closed");
  expect((await ask(invited, "/auth/register", { ...ben, invitation: "made-up" })).code).toBe("invitation_invalid");
  const workspaces = (await ask(invited, "/workspaces", undefined, { token: accessToken })).data as unknown as {
    id: string;
  }[];
  const { data } = await ask(invited, "/invitations", { workspaceId: workspaces[0]?.id }, { token: accessToken });
  const joined = await ask(invited, "/auth/register", { ...ben, invitation: data.token });
  expect(joined.data.workspace).toMatchObject({ name: "Harbour", roles: ["member"] });
  await invited.dispose();
});

test("where sign-up is closed, nobody but the first may come", async () => {
  const closed = await startServer({ settings: { ALTHING_SIGNUP: "closed" } });
  await signUp(closed, "ana@example.org");
  const { code } = await ask(closed, "/auth/register", {
    email: "ben@example.org",
    password,
    name: "Ben",
    invitation: "any",
  });
  expect(code).toBe("signup_closed");
  await closed.dispose();
});

test("whoever reaches a server from outside needs the set-up token to own it", async () => {
  const open = await startServer({ settings: { HOST: "0.0.0.0" } });
  const [greeting = ""] = await open.kernel.greeting();
  const setupToken = greeting.split(" ").at(-1);
  const ana = { email: "ana@example.org", password, name: "Ana" };
  expect((await ask(open, "/auth/register", ana)).code).toBe("setup_token_required");
  expect((await ask(open, "/auth/register", { ...ana, setupToken: "guess" })).code).toBe("setup_token_required");
  expect((await ask(open, "/auth/register", { ...ana, setupToken })).status).toBe(201);
  expect(await open.kernel.greeting()).toEqual([]);
  expect((await ask(open, "/auth/register", { ...ana, email: "ben@example.org" })).status).toBe(201);
  await open.dispose();
});
