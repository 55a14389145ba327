/**
 * Starts servers for programs that do not run on Bun, such as the journeys through a browser. It is told by HTTP at the
 * address that it prints, and throws everything away when its input ends.
 */
import { cloneDatabase } from "./postgres.ts";
import { freePort, type SpawnedServer, spawnServer, temporaryDataDir } from "./spawn-server.ts";
import { startServer } from "./start-server.ts";

type Settings = Record<string, string>;

type Held = {
  url: string;
  /** Ends it as kill -9 does, or starts it again on the same data and port. Only a process of its own can. */
  kill?(): Promise<void>;
  start?(): Promise<void>;
  end(): Promise<void>;
};

const held = new Map<string, Held>();
const { ALTHING_WEB_DIR: webDir } = process.env;

async function startHere(settings: Settings): Promise<Held> {
  const server = await startServer({ settings });
  return { url: server.url, end: () => server.dispose() };
}

async function startProcess(settings: Settings): Promise<Held> {
  const database = await cloneDatabase();
  const { dataDir, remove } = temporaryDataDir();
  const port = freePort();
  const launch = () => spawnServer({ dataDir, port, settings: { DATABASE_URL: database.url, ...settings } });
  let server: SpawnedServer = await launch();
  return {
    url: server.url,
    kill: () => server.killTree(),
    start: async () => {
      server = await launch();
    },
    end: async () => {
      await server.killTree();
      await database.drop();
      remove();
    },
  };
}

async function open(request: Request): Promise<Response> {
  const { settings, asProcess } = (await request.json()) as { settings: Settings; asProcess: boolean };
  const all = { ...(webDir && { ALTHING_WEB_DIR: webDir }), ...settings };
  const server = await (asProcess ? startProcess(all) : startHere(all));
  const id = crypto.randomUUID();
  held.set(id, server);
  return Response.json({ id, url: server.url });
}

async function tell(id: string, verb: "kill" | "start" | "end"): Promise<Response> {
  await held.get(id)?.[verb]?.();
  if (verb === "end") held.delete(id);
  return new Response(null, { status: 204 });
}

const control = Bun.serve({
  port: 0,
  hostname: "127.0.0.1",
  idleTimeout: 0,
  routes: {
    "/servers": { POST: open },
    "/servers/:id/kill": { POST: ({ params }) => tell(params.id, "kill") },
    "/servers/:id/start": { POST: ({ params }) => tell(params.id, "start") },
    "/servers/:id/end": { POST: ({ params }) => tell(params.id, "end") },
  },
});
process.stdout.write(`${JSON.stringify({ url: control.url.href })}\n`);

for await (const _ of Bun.stdin.stream()) {
  // Nothing is said here; that it ends is the sign.
}
await Promise.all([...held.values()].map((server) => server.end()));
process.exit(0);
