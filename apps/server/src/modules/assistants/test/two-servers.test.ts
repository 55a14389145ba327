/** Runs outlive the servers that carry them out: one that stops hands them over, one that dies leaves them to be found. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import { randomBytes } from "node:crypto";
import { type assistants, feedOf } from "@althing/contract";
import { connect, startServer, type TestServer } from "@althing/testkit";
import { fakeModel, type Harbour, startHarbour } from "./harbour.ts";

const { say, stall } = fakeModel;
const settings = { ALTHING_MASTER_KEY: randomBytes(32).toString("base64"), ALTHING_EGRESS_ALLOWED_HOSTS: "127.0.0.1" };
let harbour: Harbour;
let other: TestServer;
beforeAll(async () => {
  harbour = await startHarbour({ settings });
  other = await startServer({ settings: { ...settings, DATABASE_URL: harbour.server.databaseUrl } });
}, 90_000);
afterAll(async () => {
  await other.dispose();
  await harbour.dispose();
}, 60_000);

const bodies = async ({ ana, roomId }: Harbour, rootId: string) =>
  (await ana.messages.getThread({ roomId, messageId: rootId })).replies.map(({ body }) => body);

/** Speaks and falls silent the first time; goes on when it is asked to. */
const interrupted = ({ provider }: Harbour) =>
  provider.answer(({ lastText }) =>
    lastText.startsWith("You were interrupted") ? say("and came back at noon.") : [...say("The boat left "), stall],
  );

type Ear = Awaited<ReturnType<typeof connect>>;
/** All of it is told again once it is kept; by the server that holds the run. */
const toldTwice = (ear: Ear): boolean =>
  ear.frames.filter(
    (frame) => frame.op === "events" && frame.events.some(({ type }) => type === "assistants.run_progressed"),
  ).length > 1;

/** Asks, and gives the server that holds the run once what the model said first is kept. */
async function begin({ ben, ana, roomId, hears, server }: Harbour, body: string) {
  const feeds = [{ feed: feedOf.room(roomId) }];
  const held = [server, other].map(async (holder) => ({ holder, ear: await connect(holder.url, ana, feeds) }));
  const places = await Promise.all(held);
  const asked = await ben.messages.sendMessage({ roomId, body });
  const [first] = places;
  if (!first) throw new Error("There is no server");
  const run = await hears(first.ear, "running", asked.id);
  const holder = await Promise.race(
    places.map(async (place) => {
      await place.ear.until(() => toldTwice(place.ear), 60_000).catch(() => new Promise(() => undefined));
      return place.holder;
    }),
  );
  for (const { ear } of places) ear.close();
  return { asked, run, holder, survivor: holder === server ? other : server };
}

const leases = async (run: assistants.Run) => {
  const { rows } = await other.database.pool.query("select lease_owner from runs where id = $1", [run.id]);
  return rows[0]?.lease_owner as string | null;
};

test("a lease that is lost is found by the other server, which goes on from what is written", async () => {
  const { ana, roomId } = harbour;
  interrupted(harbour);
  const { asked, run } = await begin(harbour, "@pilot where was the boat?");
  const ear = await connect(other.url, ana, [{ feed: feedOf.room(roomId) }]);
  const before = await leases(run);
  // As when its worker was killed: nobody renews, and the time is over.
  await other.database.pool.query(
    "update runs set lease_owner = gen_random_uuid(), lease_until = now() - interval '1 second' where id = $1",
    [run.id],
  );
  await harbour.hears(ear, "done", asked.id);
  expect(await leases(run)).toBeNull();
  expect(before).not.toBeNull();
  expect(await bodies(harbour, asked.id)).toEqual(["The boat left and came back at noon."]);
  const sent = ear.events.filter(({ type, data }) => {
    const { message } = data as { message?: { id: string } };
    return type === "messages.sent" && message?.id === run.messageId;
  });
  expect(sent).toHaveLength(1);
  ear.close();
}, 90_000);

test("a server that stops hands its runs over at once", async () => {
  const { ana, roomId } = harbour;
  interrupted(harbour);
  const { asked, holder, survivor } = await begin(harbour, "@pilot and the other boat?");
  const ear = await connect(survivor.url, ana, [{ feed: feedOf.room(roomId) }]);
  await holder.stop();
  const done = await harbour.hears(ear, "done", asked.id);
  expect(done.usage.quality).toBe("estimated");
  const { rows } = await survivor.database.pool.query("select body from messages where id = $1", [done.messageId]);
  expect(rows).toEqual([{ body: "The boat left and came back at noon." }]);
  ear.close();
}, 90_000);
