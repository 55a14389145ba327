/** Others on the internet, as far as tests need them: they note what they hear, and some have no manners. */
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { hosts } from "./certificates.fixture.ts";

export type Heard = { method: string; url: string; headers: Headers; body: string };

const heard: Heard[] = [];

export const hear = async (request: Request): Promise<Response> => {
  const { pathname, searchParams } = new URL(request.url);
  heard.push({ method: request.method, url: request.url, headers: request.headers, body: await request.text() });
  if (pathname === "/redirect") {
    const location = searchParams.get("to") ?? "";
    return new Response(null, { status: Number(searchParams.get("status") ?? 302), headers: { location } });
  }
  if (pathname === "/loop") return new Response(null, { status: 302, headers: { location: "/loop" } });
  if (pathname === "/bytes") return new Response("x".repeat(Number(searchParams.get("count"))));
  if (pathname === "/type") return new Response("ok", { headers: { "content-type": searchParams.get("of") ?? "" } });
  if (pathname === "/gzip") return new Response(Bun.gzipSync("ok"), { headers: { "content-encoding": "gzip" } });
  if (pathname === "/nothing") return new Response(null, { status: 204 });
  return new Response(`heard at ${request.headers.get("host")}`, { status: pathname === "/404" ? 404 : 200 });
};

/** Sockets that do as no server should, by the path they are asked for. */
const manners: Record<string, string> = {
  "/cut": "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhello",
  "/hangup": "",
  "/endless-head": `HTTP/1.1 200 OK\r\n${`X-A: ${"a".repeat(60_000)}\r\n`.repeat(60)}`,
};

export async function openStrangers() {
  const here = { port: 0, hostname: "127.0.0.1", fetch: hear };
  const [plain, other] = [Bun.serve(here), Bun.serve(here)];
  const secure = Bun.serve({ ...here, tls: [...hosts] });
  const rude = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.once("data", (head) => {
      const path = String(head).split(" ")[1] ?? "";
      if (path === "/stall") return;
      if (path === "/drip") return void socket.write("HTTP/1.1 200 OK\r\n\r\ndrip");
      socket.end(manners[path] ?? "");
    });
  }).listen(0, "127.0.0.1");
  await once(rude, "listening");
  const { port: rudePort } = rude.address() as AddressInfo;
  return {
    plain,
    other,
    secure,
    heard,
    last: () => heard.at(-1) as Heard,
    at: (path: string, server = plain) => `http://127.0.0.1:${server.port}${path}`,
    rudely: (path: string) => `http://127.0.0.1:${rudePort}${path}`,
    async stop() {
      await Promise.all([plain, other, secure].map((server) => server.stop(true)));
      rude.close();
    },
  };
}
