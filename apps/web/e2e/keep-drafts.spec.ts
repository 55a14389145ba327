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

test("what Ana does while writing in one room stays behind when she goes to another", async ({ cast, open }) => {
  const page = await open(cast.ana, `/w/harbour/r/${cast.pier.id}`);
  await field(page, "pier").fill("Ask @b");
  await page.getByRole("link", { name: "harbour" }).first().click();

  await field(page, "harbour").pressSequentially("Ask @b");
  const suggestions = page.getByRole("listbox");
  await expect(suggestions.getByRole("option").first()).toBeVisible();
  await field(page, "harbour").press("Escape");
  const preview = page.getByRole("button", { name: "Preview" });
  await preview.click();
  await expect(preview).toHaveAttribute("aria-pressed", "true");
  await field(page, "harbour").press("Control+a");
  await field(page, "harbour").pressSequentially("/nothing");
  await field(page, "harbour").press("Enter");
  const refusal = page.getByText("There is no command");
  await expect(refusal).toBeVisible();

  await page.clock.install();
  const told: string[] = [];
  const cdp = await page.context().newCDPSession(page);
  cdp.on("Network.webSocketFrameSent", ({ response }) => told.push(response.payloadData));
  await cdp.send("Network.enable");
  await page.getByRole("link", { name: "pier" }).first().click();
  await expect(field(page, "pier")).toHaveValue("Ask @b");
  await expect(field(page, "pier")).toBeFocused();
  await expect(preview).toHaveAttribute("aria-pressed", "false");
  await expect(suggestions).toBeHidden();
  await expect(refusal).toBeHidden();
  await page.clock.runFor(1_000);
  expect(told.filter((frame) => frame.includes("typing"))).toEqual([]);
  // What one undoes there is not what was written here.
  await field(page, "pier").press("Control+z");
  await expect(field(page, "pier")).toHaveValue("Ask @b");

  await field(page, "pier").press("End");
  await field(page, "pier").press("e");
  await page.clock.runFor(1_000);
  await expect.poll(() => told.filter((frame) => frame.includes("typing"))).toHaveLength(1);
  await page.getByRole("link", { name: "harbour" }).first().click();
  await expect(field(page, "harbour")).toHaveValue("/nothing");
  await expect(preview).toHaveAttribute("aria-pressed", "false");
});
