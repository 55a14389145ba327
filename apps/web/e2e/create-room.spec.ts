import { expect, expectAccessible, test } from "./kit/index.ts";

test("Ana makes a private channel for Ben, and both are coached in it", async ({ cast, open }) => {
  const [ana, ben] = [await open(cast.ana), await open(cast.ben)];
  await expect(ana.getByRole("link", { name: "pier" })).toBeVisible();
  await ana.keyboard.press("Control+k");
  await ana.getByPlaceholder("Find a room").fill("new channel");
  await ana.getByRole("option", { name: "New channel", exact: true }).click();

  const dialog = ana.getByRole("dialog", { name: "New channel" });
  await dialog.getByLabel("Name").fill("Ship News");
  await expect(dialog.getByText("It will be called ship-news.")).toBeVisible();
  await dialog.getByRole("radio", { name: /^Private/ }).click();
  await dialog.getByLabel("Topic").fill("Who comes, who goes");
  await dialog.getByRole("combobox", { name: "Add people" }).fill("ben");
  await ana.getByRole("option", { name: /Ben/ }).click();
  await expectAccessible(ana, "[role=dialog]");
  await dialog.getByText("Description, guidelines").click();
  await dialog.getByLabel("Guidelines").fill("Times are local.");
  await dialog.getByRole("button", { name: "Create channel" }).click();

  await expect(ana.getByRole("heading", { level: 1, name: "ship-news" })).toBeVisible();
  await expect(ana.getByText("Be the first to say hello!")).toBeVisible();
  await expect(ana.getByRole("button", { name: "Invite people" })).toBeVisible();

  await ben.getByRole("link", { name: "ship-news" }).click();
  await expect(ben.getByText("Times are local.")).toBeVisible();
  await expect(ben.getByRole("button", { name: "2 members" })).toBeVisible();
});

test("a name that is taken is said before anything is made", async ({ cast, open }) => {
  const page = await open(cast.ana, "/w/harbour/browse");
  await page.getByRole("button", { name: "New channel" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("#Pier");
  await expect(dialog.getByText("There is a channel of this name already.")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Create channel" })).toBeDisabled();
});

test("a message to one person opens the same conversation again; to two, a group", async ({ cast, open }) => {
  const page = await open(cast.ana);
  await expect(page.getByRole("link", { name: "pier" })).toBeVisible();
  const write = async (...names: string[]) => {
    await page.keyboard.press("Alt+n");
    const dialog = page.getByRole("dialog", { name: "New message" });
    for (const name of names) {
      await dialog.getByRole("combobox", { name: "To" }).fill(name);
      await page.getByRole("option", { name: new RegExp(name) }).click();
    }
    await dialog.getByRole("button", { name: names.length > 1 ? "Start group" : "Open conversation" }).click();
    await expect(dialog).toBeHidden();
  };
  await write("Ben");
  await expect(page.getByRole("heading", { level: 1, name: "Ben" })).toBeVisible();
  const address = page.url();
  await write("Ben", "Cem");
  await expect(page.getByRole("heading", { level: 1, name: /Ben, Cem|Cem, Ben/ })).toBeVisible();
  await write("Ben");
  await expect(page).toHaveURL(address);
});

test("a message to nobody opens one's own notes, and a name that nobody bears is not nobody", async ({
  cast,
  open,
}) => {
  const page = await open(cast.ana);
  await expect(page.getByRole("link", { name: "pier" })).toBeVisible();
  await page.keyboard.press("Alt+n");
  const dialog = page.getByRole("dialog", { name: "New message" });
  const to = dialog.getByRole("combobox", { name: "To" });
  await to.fill("Zoe");
  await expect(page.getByText("Nobody of that name")).toBeVisible();
  await to.press("Enter");
  await expect(to).toHaveValue("Zoe");
  await expect(dialog).toBeVisible();
  await to.fill("");
  await to.press("Escape");
  await dialog.getByRole("button", { name: "Open my notes" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Ana" })).toBeVisible();
  await expect(page.getByText("This is your own space")).toBeVisible();
  await expect(page.getByText("Say hello!")).toBeHidden();
  await page.getByRole("textbox", { name: "Write yourself a note" }).fill("Ask about the crane.");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Ask about the crane.")).toBeVisible();
});
