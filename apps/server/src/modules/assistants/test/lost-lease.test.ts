/** A lease that runs out while its worker lives, as after an outage of the database: whoever is late says nothing. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import { feedOf } from "@althing/contract";
import { fakeModel, type Harbour, startHarbour } from "./harbour.ts";

const { say, stall, waitFor } = fakeModel;
let harbour: Harbour;
beforeAll(async () => {
  harbour = await startHarbour();
}, 60_000);
afterAll(() => harbour.dispose());

/** How often its words were told; all of them come again once they are kept. */
const toldOf = ({ frames }: Awaited<ReturnType<Harbour["connect"]>>, runId: string): number =>
  frames
    .flatMap((frame) => (frame.op === "events" ? frame.events : []))
    .filter(({ type, data }) => type === "assistants.run_progressed" && Object(data).runId === runId).length;

/** Asks a model that speaks, and then does something else; gives the run once its words are kept. */
async function begin({ ana, ben, roomId, provider, connect, hears }: Harbour, then: fakeModel.Reply) {
  provider.answer(({ lastText }) => {
    if (lastText.startsWith("You were interrupted")) return say("and came back at noon.");
    return lastText.includes("the boat") ? [...say("The boat left "), ...then] : say("Aye.");
  });
  const ear = await connect(ana, [{ feed: feedOf.room(roomId) }]);
  const asked = await ben.messages.sendMessage({ roomId, body: "@pilot where is the boat?" });
  const { id } = await hears(ear, "running", asked.id);
  await ear.until(() => toldOf(ear, id) > 1);
  return { ear, asked, runId: id, request: provider.heard.at(-1) };
}

async function expectOneAnswer(
  { ana, roomId, hears, server, workspaceId }: Harbour,
  begun: Awaited<ReturnType<typeof begin>>,
) {
  const done = await hears(begun.ear, "done", begun.asked.id);
  await server.settled();
  const { replies } = await ana.messages.getThread({ roomId, messageId: begun.asked.id });
  expect(replies.map(({ id, body }) => [id, body])).toEqual([[done.messageId, "The boat left and came back at noon."]]);
  const paid = (await ana.models.listUsageEntries({ workspaceId, whose: "all" })).filter(
    ({ runId }) => runId === begun.runId,
  );
  expect(paid.map(({ quality }) => quality).toSorted()).toEqual(["estimated", "reported"]);
  begun.ear.close();
}

test("a worker that claims its own run again leaves off what it was doing, and goes on from there", async () => {
  const begun = await begin(harbour, [stall]);
  const { database } = harbour.server;
  await database.pool.query("update runs set lease_until = now() - interval '1 second' where id = $1", [begun.runId]);
  // Somebody else's question makes the worker look at once, before it renews the lease again.
  const { id: elsewhere } = await harbour.channel("elsewhere");
  await harbour.ana.messages.sendMessage({ roomId: elsewhere, body: "@pilot is anyone there?" });
  expect(await begun.request?.ended).toBe(true);
  await expectOneAnswer(harbour, begun);
}, 30_000);

test("a model that ends for a worker whose run another took has ended for nobody", async () => {
  const gate = Promise.withResolvers<void>();
  const begun = await begin(harbour, [waitFor(gate.promise), ...say("for good.")]);
  const { database } = harbour.server;
  const taken =
    "update runs set lease_owner = gen_random_uuid(), lease_until = now() + interval '1 second' where id = $1";
  await database.pool.query(taken, [begun.runId]);
  gate.resolve();
  await expectOneAnswer(harbour, begun);
}, 30_000);
