import { afterAll, beforeAll, expect, test } from "bun:test";
import { chats } from "@althing/contract";
import { expectConverges, type Harbour, openHarbour, refusal, startServer, type TestServer } from "@althing/testkit";

let server: TestServer;
let harbour: Harbour;
beforeAll(async () => {
  server = await startServer();
  harbour = await openHarbour(server.url);
});
afterAll(() => server.dispose());

const tone = { name: "tone", kind: "choice" as const, choices: ["warm", "formal"], default: "warm" };
const complaint = { title: "Complaint", body: "Answer {{ customer }}. Tone: {{tone}}. {{nobody}}", variables: [tone] };

test("a prompt is somebody's own until it is shared, and theirs again when it no longer is", async () => {
  const { ana, ben, gus, eve, workspaceId } = harbour;
  const views = [ana, ben, gus].map((person) => ({ person, workspaceId }));
  const outside = { person: eve, workspaceId: (await eve.accounts.getMe()).workspaces[0]?.id ?? "", outside: true };
  const titles = async (person: typeof ana) =>
    (await person.chats.listPrompts({ workspaceId })).map(({ title }) => title);
  await expectConverges(server, [...views, outside], async () => {
    const { id: promptId } = await ben.chats.createPrompt({ workspaceId, ...complaint });
    expect([await titles(ben), await titles(ana)]).toEqual([["Complaint"], []]);
    expect(await refusal(ana.chats.updatePrompt({ workspaceId, promptId, title: "Mine" }))).toBe("prompt_not_found");
    await ben.chats.updatePrompt({ workspaceId, promptId, shared: true });
    expect(await titles(gus)).toEqual(["Complaint"]);
    expect(await refusal(gus.chats.updatePrompt({ workspaceId, promptId, title: "Mine" }))).toBe("prompt_not_yours");
    await ana.chats.updatePrompt({ workspaceId, promptId, title: "Kind complaint" });
    const versions = await gus.chats.listPromptVersions({ workspaceId, promptId });
    expect(versions.map(({ version, title }) => [version, title])).toEqual([
      [2, "Complaint"],
      [1, "Complaint"],
    ]);
    await ben.chats.updatePrompt({ workspaceId, promptId, shared: false });
    expect([await titles(ben), await titles(ana)]).toEqual([["Kind complaint"], []]);
    await ben.chats.updatePrompt({ workspaceId, promptId, shared: true });
  });
  await expectConverges(server, views, async () => {
    const [prompt] = await ben.chats.listPrompts({ workspaceId });
    await ben.chats.deletePrompt({ workspaceId, promptId: prompt?.id as chats.PromptId });
    expect(await titles(ana)).toEqual([]);
  });
});

test("a guest keeps prompts and shares none", async () => {
  const { gus, workspaceId } = harbour;
  expect(await refusal(gus.chats.createPrompt({ workspaceId, ...complaint, shared: true }))).toBe("forbidden");
  expect(await gus.chats.createPrompt({ workspaceId, ...complaint })).toMatchObject({ shared: false, version: 1 });
});

test("blanks are filled in by name, else by their default, else they stay", () => {
  const prompt = { body: complaint.body, variables: [{ ...tone, label: "", required: true }] };
  expect(chats.blanksIn(complaint.body)).toEqual(["customer", "tone", "nobody"]);
  expect(chats.fillPrompt(prompt, { customer: "Kim" })).toBe("Answer Kim. Tone: warm. {{nobody}}");
});
