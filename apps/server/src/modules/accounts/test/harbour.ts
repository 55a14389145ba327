// What tests of accounts need beside the cast: plain requests, letters, and a clock that can be put forward.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { password, type TestServer } from "@althing/testkit";

export { password } from "@althing/testkit";

type Answer = { status: number; code: string | undefined; data: Record<string, unknown>; headers: Headers };

/** A request as any program would make it. */
export async function ask(
  server: TestServer,
  path: string,
  body?: Record<string, unknown>,
  more: { token?: string; cookie?: string; method?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const headers: Record<string, string> = { "content-type": "application/json", ...more.headers };
  if (more.token) headers.authorization = `Bearer ${more.token}`;
  if (more.cookie) headers.cookie = more.cookie;
  const method = more.method ?? (body ? "POST" : "GET");
  const response = await fetch(`${server.url}/api/v1${path}`, { method, headers, body: body && JSON.stringify(body) });
  const answer = (await response.json()) as { code?: string; data: Record<string, unknown> };
  return { status: response.status, code: answer.code, data: answer.data, headers: response.headers };
}

export type Signed = { accessToken: string; refreshToken: string; account: { id: string; handle: string } };

export async function signUp(server: TestServer, email: string, more: Record<string, unknown> = {}): Promise<Signed> {
  const name = email.split("@")[0] ?? "";
  const { status, data, code } = await ask(server, "/auth/register", { email, password, name, ...more });
  if (status !== 201) throw new Error(`${email} could not sign up: ${code}`);
  return data as unknown as Signed;
}

export async function signIn(server: TestServer, email: string, more: Record<string, unknown> = {}): Promise<Signed> {
  const { status, data, code } = await ask(server, "/auth/login", { email, password, ...more });
  if (status !== 200) throw new Error(`${email} could not sign in: ${code}`);
  return data as unknown as Signed;
}

/** The refresh cookie that an answer sets, as the browser sends it back. */
export const cookieOf = ({ headers }: Answer): string => (headers.get("set-cookie") ?? "").split(";")[0] ?? "";

/** Letters to an address, the oldest first, once all jobs are done. */
export async function lettersTo(server: TestServer, email: string): Promise<string[]> {
  await server.settled();
  const dir = join(server.dataDir, "mail");
  const files = existsSync(dir) ? readdirSync(dir).sort() : [];
  return files
    .map((file) => readFileSync(join(dir, file), "utf8").replaceAll("=\r\n", "").replaceAll("=3D", "="))
    .filter((letter) => letter.includes(`To: ${email}`));
}

/** The token of the newest link to a page in a letter to the address. */
export async function linkTo(server: TestServer, email: string, page: string): Promise<string> {
  const links = (await lettersTo(server, email)).flatMap((letter) => [
    ...letter.matchAll(new RegExp(`${RegExp.escape(server.url)}/${page}\\?token=([\\w-]+)`, "g")),
  ]);
  return links.at(-1)?.[1] ?? "none";
}

export function createClock() {
  let aheadMs = 0;
  return {
    now: () => new Date(Date.now() + aheadMs),
    forward: (seconds: number) => {
      aheadMs += seconds * 1_000;
    },
  };
}
