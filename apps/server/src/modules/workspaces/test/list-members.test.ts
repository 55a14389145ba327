import { afterAll, beforeAll, expect, test } from "bun:test";
import { workspaces } from "@althing/contract";
import { type Harbour, startHarbour } from "./harbour.ts";

let harbour: Harbour;
beforeAll(async () => {
  harbour = await startHarbour();
});
afterAll(() => harbour.server.dispose());

test("the people of a workspace come by name, page by page, each once, with roles", async () => {
  const { ana, workspaceId, arrive } = harbour;
  for (const name of ["bea", "Ake", "Zoe"]) {
    const person = await arrive(name);
    if (name === "Ake") await person.accounts.updateMe({ name: "Åke" });
  }
  const names: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await ana.page(workspaces.listMembers, { workspaceId, limit: 2, cursor });
    names.push(...page.items.map(({ name }) => name));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  expect(names).toEqual(["Althing", "Ana", "bea", "Ben", "Cem", "Gus", "Zoe", "Åke"]);
  const [assistant, first] = await ana.workspaces.listMembers({ workspaceId, limit: 2 });
  expect(assistant).toMatchObject({ kind: "assistant", roles: ["member"], presence: "offline" });
  expect(first).toMatchObject({ id: ana.id, roles: ["owner"], presence: "offline" });
});

test("part of a name or handle finds them; signs of patterns are only letters", async () => {
  const { ben, workspaceId } = harbour;
  const found = async (query: string) => (await ben.workspaces.listMembers({ workspaceId, query })).map((m) => m.name);
  expect(await found("BE")).toEqual(["bea", "Ben"]);
  expect(await found("ake")).toEqual(["Åke"]);
  expect(await found("%")).toEqual([]);
});
