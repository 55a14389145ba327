import { expect, type Page, test } from "./kit/index.ts";

const field = (page: Page) => page.getByRole("textbox", { name: "Message #harbour" });

test("what is written without a line goes out when it is back: once, and in order", async ({ cast, open }) => {
  const path = `/w/harbour/r/${cast.harbour.id}`;
  const [ana, ben] = [await open(cast.ana, path), await open(cast.ben, path)];
  await field(ana).fill("Before the tunnel");
  await field(ana).press("Enter");
  await expect(ben.getByText("Before the tunnel")).toBeVisible();

  await ana.context().setOffline(true);
  await expect(ana.getByText("What you send goes out when you are back.")).toBeVisible();
  const said = ["First in the dark", "Second in the dark", "Third in the dark"];
  for (const text of said) {
    await field(ana).fill(text);
    await field(ana).press("Enter");
  }
  await expect(ana.getByText("Third in the dark")).toBeVisible();
  await expect(ben.getByText("First in the dark")).toBeHidden();

  await ana.context().setOffline(false);
  await expect(ben.getByText("Third in the dark")).toBeVisible();
  for (const page of [ana, ben]) {
    await expect(page.getByText("in the dark")).toHaveText(said);
  }
  await expect(ana.getByText("What you send goes out when you are back.")).toBeHidden();
});
