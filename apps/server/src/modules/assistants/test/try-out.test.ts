import { afterAll, beforeAll, expect, test } from "bun:test";
import { expectConverges } from "@althing/testkit";
import { fakeModel, type Harbour, startHarbour } from "./harbour.ts";

let harbour: Harbour;
beforeAll(async () => {
  harbour = await startHarbour();
}, 60_000);
afterAll(() => harbour.dispose());

test("a try-out of an assistant is listed nowhere, and what Ana says in it is not found", async () => {
  const { ana, pilot, provider, server, workspaceId } = harbour;
  provider.answer(() => fakeModel.say("Aye."));
  const opening = { workspaceId, assistantId: pilot.id, temporary: true, title: "Trial" };
  const views = [{ person: ana, workspaceId }];
  const trial = await expectConverges(server, views, () =>
    ana.assistants.openChat({ ...opening, trial: { ...pilot.settings, instructions: "Say aye." } }),
  );
  const chat = await ana.assistants.openChat(opening);
  expect([trial.unlisted, chat.unlisted]).toEqual([true, false]);
  for (const { id: roomId } of [trial, chat])
    await ana.messages.sendMessage({ roomId, body: "The walrus is in the lock" });
  await server.settled();
  const found = await ana.knowledge.findPassages({ workspaceId, question: "walrus" });
  expect(found.map(({ roomId }) => roomId)).toEqual([chat.id]);
}, 60_000);
