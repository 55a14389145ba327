import { expect, type Page, test } from "./kit/index.ts";

const field = (page: Page, room: string) => page.getByRole("textbox", { name: `Message #${room}` });

test("what Ana has begun waits for her, per room, over a reload and in her other tab", async ({ cast, open }) => {
  const page = await open(cast.ana, `/w/harbour/r/${cast.harbour.id}`);
  await field(page, "harbour").fill("Half a sentence about");
  const other = await page.context().newPage();
  await other.goto(`/w/harbour/r/${cast.harbour.id}`);
  await expect(field(other, "harbour")).toHaveValue("Half a sentence about");

  await page.getByRole("link", { name: "pier" }).first().click();
  await expect(field(page, "pier")).toHaveValue("");
  await field(page, "pier").fill("Something else");
  await page.reload();
  await expect(field(page, "pier")).toHaveValue("Something else");
  await page.getByRole("link", { name: "harbour" }).first().click();
  await expect(field(page, "harbour")).toHaveValue("Half a sentence about");

  await field(page, "harbour").press("End");
  await field(page, "harbour").pressSequentially(" tides");
  await expect(field(other, "harbour")).toHaveValue("Half a sentence about tides");
  await field(page, "harbour").press("Enter");
  await expect(page.getByText("Half a sentence about tides")).toBeVisible();
  await expect(field(other, "harbour")).toHaveValue("");
  await page.reload();
  await expect(page.getByText("Half a sentence about tides")).toBeVisible();
  await expect(field(page, "harbour")).toHaveValue("");
});
