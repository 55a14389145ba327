import { findBeyondEdges } from "./kit/fits.ts";
import { expect, expectAccessible, test } from "./kit/index.ts";

test("nobody is left out of an invitation unnoticed", async ({ cast, open }) => {
  const page = await open(cast.ana, "/w/harbour/people");
  await page.getByRole("button", { name: "Invite people" }).click();
  const dialog = page.getByRole("dialog");
  const field = dialog.getByLabel("Send to");
  await field.fill("dea@example.org, fay@");
  await dialog.getByRole("button", { name: /Send/ }).click();
  await expect(dialog.getByText("Not a whole address: fay@")).toBeVisible();
  await field.fill("dea@example.org, fay@example.org, gil@example.org");
  await expect(dialog.getByText("Not a whole address")).toBeHidden();

  // The line breaks after the first: it is sent, and the others stay to be sent.
  let isFirst = true;
  await page.route("**/api/v1/invitations", (route) => {
    const goesOn = isFirst;
    isFirst = false;
    return goesOn ? route.continue() : route.fulfill({ status: 500, body: "" });
  });
  await dialog.getByRole("button", { name: "Send 3 invitations" }).click();
  await expect(dialog.getByRole("alert")).toBeVisible();
  await expect(field).toHaveValue("fay@example.org, gil@example.org");
  await page.unrouteAll();
  await dialog.getByRole("button", { name: "Send 2 invitations" }).click();
  await expect(page.getByText("2 invitations are on their way")).toBeVisible();
  const invited = await cast.ana.workspaces.listInvitations({ workspaceId: cast.workspaceId });
  expect(invited.flatMap(({ email }) => email ?? []).toSorted()).toEqual([
    "dea@example.org",
    "fay@example.org",
    "gil@example.org",
  ]);
});

test("an invitation opens the workspace for who is in it already, and leads on when it is gone", async ({
  cast,
  open,
  faults,
}) => {
  // The router tells the console what it could not load.
  faults.expect(/AlthingError: Ask for a new invitation/);
  const { workspaceId } = cast;
  const { id: invitationId, token } = await cast.ana.workspaces.createInvitation({ workspaceId });
  const page = await open(cast.ben, `/invite/${token}`);
  await expect(page).toHaveTitle("Join Harbour · Althing");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Join as Ben" }).click();
  await expect(page).toHaveURL(/\/w\/harbour/);

  await cast.ana.workspaces.revokeInvitation({ workspaceId, invitationId });
  await page.goto(`/invite/${token}`);
  await expect(page.getByRole("heading", { name: "This invitation is no longer valid" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Try again" })).toHaveCount(0);
  await page.getByRole("link", { name: "Go to the start" }).click();
  await expect(page).toHaveURL(/\/w\/harbour/);
});

test("who is in no room yet is told so", async ({ cast, open }) => {
  const page = await open(await cast.arrive("Hal", "guest"), "/w/harbour");
  await expect(page.getByRole("heading", { name: "You are in no room yet" })).toBeVisible();
  await expect(page).toHaveTitle("You are in no room yet · Harbour");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("a new workspace leads into its first room, and its invitations fit", async ({ cast, open }) => {
    await cast.ana.workspaces.createInvitation({ workspaceId: cast.workspaceId, email: "dea@example.org" });
    const page = await open(cast.ana, "/w/harbour/start");
    await page.getByRole("link", { name: "Open the first room" }).click();
    await expect(page).toHaveURL(/\/r\//);
    await page.goto("/w/harbour/settings/invitations");
    await expect(page.getByRole("button", { name: "Withdraw" }).first()).toBeInViewport({ ratio: 1 });
    expect(await findBeyondEdges(page)).toEqual([]);
  });
});
