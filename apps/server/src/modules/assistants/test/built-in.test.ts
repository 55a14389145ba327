import { expect, test } from "bun:test";
import { signUp, startServer } from "@althing/testkit";

test("workspaces that begin at the same moment each get their assistant", async () => {
  const server = await startServer();
  const names = Array.from({ length: 12 }, (_, index) => `Captain${index}`);
  const captains = await Promise.all(names.map((name) => signUp(server.url, name, { workspaceName: name })));
  const found = await Promise.all(
    captains.map(({ person, workspace }) => person.assistants.listAssistants({ workspaceId: workspace ?? "" })),
  );
  expect(found.map((all) => all.map(({ name }) => name))).toEqual(names.map(() => ["Althing"]));
  expect(new Set(found.flat().map(({ handle }) => handle)).size).toBe(names.length);
  await server.dispose();
}, 60_000);
