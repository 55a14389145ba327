import { afterAll, beforeAll, expect, test } from "bun:test";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Harbour, type Person, refusal, signUp, startHarbour } from "./harbour.ts";

let harbour: Harbour;
beforeAll(async () => {
  harbour = await startHarbour();
});
afterAll(() => harbour.server.dispose());

const stranger = async (name: string): Promise<Person> => (await signUp(harbour.server.url, name)).person;

test("Ben invites by link; who holds it sees where it leads, and joins once", async () => {
  const { ana, ben, workspaceId } = harbour;
  const { token, url, uses } = await ben.workspaces.createInvitation({ workspaceId });
  expect(url).toBe(`${harbour.server.url}/invite/${token}`);
  expect(uses).toBe(0);
  const dea = await stranger("Dea");
  expect(await dea.workspaces.previewInvitation({ token })).toMatchObject({
    workspaceName: "Harbour",
    invitedBy: "Ben",
  });
  const joined = await harbour.converging([ana, ben], () => dea.workspaces.acceptInvitation({ token }));
  expect(joined).toMatchObject({ id: workspaceId, name: "Harbour", roles: ["member"] });
  expect(await refusal(dea.workspaces.acceptInvitation({ token }))).toBe("already_member");
  expect((await dea.accounts.getMe({})).workspaces).toEqual([expect.objectContaining({ id: workspaceId })]);
  const [listed] = await ana.workspaces.listInvitations({ workspaceId });
  expect(listed).toMatchObject({ uses: 1, createdBy: ben.id });
});

test("of thirty who use an invitation for five at once, five come in", async () => {
  const { ana, server, workspaceId } = harbour;
  const { token } = await ana.workspaces.createInvitation({ workspaceId, maxUses: 5 });
  const crowd = await Promise.all(Array.from({ length: 30 }, (_, n) => stranger(`Crowd${n}`)));
  const before = (await ana.workspaces.getWorkspace({ workspaceId })).memberCount;
  const answers = await Promise.all(crowd.map((one) => refusal(one.workspaces.acceptInvitation({ token }))));
  expect(answers.filter((answer) => answer === "granted")).toHaveLength(5);
  expect(answers.filter((answer) => answer === "invitation_invalid")).toHaveLength(25);
  expect((await ana.workspaces.getWorkspace({ workspaceId })).memberCount).toBe(before + 5);
  const { rows } = await server.database.pool.query("select uses from invitations where max_uses = 5");
  expect(rows).toEqual([{ uses: 5 }]);
});

test("one person who uses it many times at once uses it once", async () => {
  const { ana, workspaceId } = harbour;
  const { token } = await ana.workspaces.createInvitation({ workspaceId, maxUses: 3 });
  const fay = await stranger("Fay");
  const tries = Array.from({ length: 10 }, () => refusal(fay.workspaces.acceptInvitation({ token })));
  expect((await Promise.all(tries)).toSorted()).toEqual([...Array(9).fill("already_member"), "granted"]);
  const invitation = (await ana.workspaces.listInvitations({ workspaceId })).find(({ maxUses }) => maxUses === 3);
  expect(invitation?.uses).toBe(1);
});

test("an invitation that is withdrawn, of a role that is gone, or of one who left, lets nobody in", async () => {
  const { ana, workspaceId, arrive } = harbour;
  const gil = await stranger("Gil");
  const withdrawn = await ana.workspaces.createInvitation({ workspaceId });
  await ana.workspaces.revokeInvitation({ workspaceId, invitationId: withdrawn.id });
  expect(await refusal(ana.workspaces.revokeInvitation({ workspaceId, invitationId: withdrawn.id }))).toBe(
    "invitation_not_found",
  );
  await ana.workspaces.createRole({ workspaceId, name: "cook", title: "Cook", permissions: ["message.send"] });
  const ofRole = await ana.workspaces.createInvitation({ workspaceId, role: "cook" });
  await ana.workspaces.deleteRole({ workspaceId, name: "cook" });
  const hal = await arrive("Hal");
  const ofHal = await hal.workspaces.createInvitation({ workspaceId });
  await hal.workspaces.leaveWorkspace({ workspaceId });
  for (const { token } of [withdrawn, ofRole, ofHal, { token: "made-up" }]) {
    expect(await refusal(gil.workspaces.acceptInvitation({ token }))).toBe("invitation_invalid");
    expect(await refusal(gil.workspaces.previewInvitation({ token }))).toBe("invitation_invalid");
  }
});

test("nobody invites to more than they hold, guests invite nobody, and members do not see the list", async () => {
  const { ben, gus, workspaceId, arrive } = harbour;
  for (const role of ["admin", "owner"]) {
    expect(await refusal(ben.workspaces.createInvitation({ workspaceId, role }))).toBe("role_too_high");
  }
  const ada = await arrive("Ada", "admin");
  expect(await refusal(ada.workspaces.createInvitation({ workspaceId, role: "admin" }))).toBe("granted");
  expect(await refusal(ada.workspaces.createInvitation({ workspaceId, role: "owner" }))).toBe("role_too_high");
  expect(await refusal(ben.workspaces.createInvitation({ workspaceId, role: "captain" }))).toBe("role_not_found");
  expect(await refusal(gus.workspaces.createInvitation({ workspaceId }))).toBe("forbidden");
  expect(await refusal(ben.workspaces.listInvitations({ workspaceId }))).toBe("forbidden");
});

test("an invitation by mail has a link of its own and is for one person", async () => {
  const { ana, server, workspaceId } = harbour;
  const email = "ivy@example.org";
  const { token, maxUses } = await ana.workspaces.createInvitation({ workspaceId, email, maxUses: 50 });
  expect(maxUses).toBe(1);
  await server.settled();
  const dir = join(server.dataDir, "mail");
  const letter = readdirSync(dir)
    .map((file) => readFileSync(join(dir, file), "utf8").replaceAll("=\r\n", ""))
    .find((one) => one.includes(`To: ${email}`));
  const mailed = /\/invite\/([\w-]{20,})/.exec(letter ?? "")?.[1] ?? "";
  expect(mailed).not.toBe(token);
  const { person: ivy } = await signUp(server.url, "Ivy", { invitation: mailed });
  expect((await ivy.accounts.getMe({})).workspaces).toHaveLength(1);
  const jan = await stranger("Jan");
  expect(await refusal(jan.workspaces.acceptInvitation({ token }))).toBe("invitation_invalid");
});
