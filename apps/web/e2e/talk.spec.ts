import { expect, type Page, test, typeUntil } from "./kit/index.ts";

const field = (page: Page) => page.getByRole("textbox", { name: "Message #harbour" });
const message = (page: Page, text: RegExp) =>
  page.getByRole("group", { name: "Messages", exact: true }).getByRole("article", { name: text });
const room = (page: Page, name: string) => page.getByRole("navigation").getByRole("link", { name });

test("two people talk: each sees at once what the other does", async ({ cast, open }) => {
  const path = `/w/harbour/r/${cast.harbour.id}`;
  const [ana, ben] = [await open(cast.ana, path), await open(cast.ben, path)];
  await field(ana).pressSequentially("Fog on the water");
  await typeUntil(field(ana), ben.getByText(/Ana.? is typing…/));
  await ana.keyboard.press("Enter");
  await expect(message(ben, /Fog on the water/)).toBeVisible();
  await expect(ben.getByText(/Ana.? is typing…/)).toBeHidden();

  await message(ben, /Fog on the water/).focus();
  await ben.keyboard.press("+");
  await ben.getByRole("combobox", { name: "Search emoji" }).pressSequentially("fog");
  await ben.keyboard.press("Enter");
  await expect(ana.getByRole("button", { name: /1 reaction/ })).toHaveAttribute("aria-pressed", "false");

  await message(ben, /Fog on the water/).focus();
  await ben.keyboard.press("r");
  const thread = (page: Page) => page.getByRole("region", { name: "Thread" });
  await thread(ben).getByRole("textbox").pressSequentially("Then the ferry waits");
  await ben.keyboard.press("Enter");
  await ana.getByRole("button", { name: /1 reply/ }).click();
  await expect(thread(ana).getByRole("article", { name: /Then the ferry waits/ })).toBeVisible();
  await thread(ana).getByRole("textbox").pressSequentially("Till noon");
  await expect(thread(ben).getByText(/Ana.? is typing…/)).toBeVisible();
  await ana.keyboard.press("Enter");
  await expect(thread(ben).getByRole("article", { name: /Till noon/ })).toBeVisible();

  await field(ana).press("ArrowUp");
  await ana.getByRole("textbox", { name: "Edit your message" }).fill("Fog on the sound");
  await ana.keyboard.press("Enter");
  await expect(message(ben, /Fog on the sound/)).toContainText("(edited)");

  await message(ana, /Fog on the sound/).focus();
  await ana.keyboard.press("Delete");
  await ana.getByRole("alertdialog").getByRole("button", { name: "Delete message" }).click();
  await expect(message(ben, /This message was deleted/)).toBeVisible();
  await expect(thread(ben).getByRole("article", { name: /Till noon/ })).toBeVisible();
});

test("what waits for Ben is told on all his devices, and what he reads on one is read on all", async ({
  cast,
  open,
}) => {
  const { ana, ben, harbour, pier } = cast;
  const [laptop, phone] = [await open(ben, `/w/harbour/r/${pier.id}`), await open(ben, "/w/harbour/people")];
  for (const device of [laptop, phone]) await expect(room(device, "harbour")).toBeVisible();
  await ana.messages.sendMessage({ roomId: harbour.id, body: "Low tide at six" });
  for (const device of [laptop, phone]) await expect(room(device, "harbour")).toContainText("Unread messages");
  await ana.messages.sendMessage({ roomId: harbour.id, body: "@ben, the ropes!" });
  for (const device of [laptop, phone]) await expect(room(device, "harbour")).toContainText("1 message calls you");
  await room(laptop, "harbour").click();
  await expect(message(laptop, /the ropes/)).toBeInViewport();
  for (const device of [laptop, phone]) {
    await expect(room(device, "harbour")).not.toContainText("calls you");
    await expect(room(device, "harbour")).not.toContainText("Unread messages");
  }
});

test("who opens the app is there, and who closes it is gone", async ({ cast, open }) => {
  const ana = await open(cast.ana, `/w/harbour/r/${cast.harbour.id}?panel=members:${cast.harbour.id}`);
  const isThere = (state: string) =>
    expect(ana.getByRole("complementary").getByRole("button", { name: new RegExp(`${state} Ben`) })).toBeVisible();
  await isThere("Offline");
  const bens = await open(cast.ben);
  await isThere("Online");
  await bens.close();
  await isThere("Offline");
});
