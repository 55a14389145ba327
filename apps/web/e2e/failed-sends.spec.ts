import { expect, type Page, test } from "./kit/index.ts";

const field = (page: Page) => page.getByRole("textbox", { name: "Message #pier" });
const failed = (page: Page, text: string) => page.getByRole("article", { name: `Not sent: ${text}` });
const sent = (page: Page, text: RegExp) =>
  page.getByRole("group", { name: "Messages", exact: true }).getByRole("article", { name: text });

test("what was refused can be tried again, changed or thrown away, and is lost by none of it", async ({
  cast,
  open,
  faults,
}) => {
  faults.expect(/ERR_INTERNET_DISCONNECTED|409/);
  const { ana, ben, pier } = cast;
  const page = await open(ben, `/w/harbour/r/${pier.id}`);
  await expect(field(page)).toBeFocused();
  await page.context().setOffline(true);
  for (const text of ["First", "Second", "Third"]) {
    await field(page).fill(text);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("article", { name: `Being sent: ${text}` })).toBeVisible();
  }
  // Archived while he was away: the server refuses what he wrote.
  await ana.rooms.archiveRoom({ roomId: pier.id });
  await page.context().setOffline(false);
  for (const text of ["First", "Second", "Third"])
    await expect(failed(page, text).getByRole("alert")).toContainText("Not sent");
  await ana.rooms.restoreRoom({ roomId: pier.id });
  await expect(field(page)).toBeVisible();

  await failed(page, "First").getByRole("button", { name: "Try again" }).click();
  await expect(sent(page, /First/)).toBeVisible();
  await failed(page, "Second").getByRole("button", { name: "Edit" }).click();
  await expect(field(page)).toHaveValue("Second");
  await expect(field(page)).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.type(", changed");
  await page.keyboard.press("Enter");
  await expect(sent(page, /Second, changed/)).toBeVisible();
  await failed(page, "Third").getByRole("button", { name: "Discard" }).click();
  await expect(failed(page, "Third")).toHaveCount(0);
  const bodies = (await ana.messages.listMessages({ roomId: pier.id })).filter(({ kind }) => kind === "message");
  expect(bodies.map(({ body }) => body)).toEqual(["First", "Second, changed"]);
});

test("what Ben wrote for a room that he was removed from meanwhile is shown in its place", async ({
  cast,
  open,
  faults,
}) => {
  faults.expect(/ERR_INTERNET_DISCONNECTED/);
  const { ana, ben } = cast;
  const cove = await cast.channel("cove", [ben], "private");
  const page = await open(ben, `/w/harbour/r/${cove.id}`);
  const text = page.getByRole("textbox", { name: "Message #cove" });
  await expect(text).toBeFocused();
  await page.context().setOffline(true);
  await text.fill("I have the keys");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("article", { name: "Being sent: I have the keys" })).toBeVisible();
  await ana.rooms.removeRoomMember({ roomId: cove.id, accountId: ben.id });
  await page.context().setOffline(false);
  await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
  await expect(failed(page, "I have the keys").getByRole("button")).toHaveText(["Try again", "Discard"]);

  await ana.rooms.addRoomMembers({ roomId: cove.id, accountIds: [ben.id] });
  await failed(page, "I have the keys").getByRole("button", { name: "Try again" }).click();
  await expect(sent(page, /I have the keys/)).toBeVisible();
});
