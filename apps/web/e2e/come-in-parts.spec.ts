import { expect, test } from "./kit/index.ts";

const attachButtons = /\/assets\/composer-files-/;

test("a part of the app that does not come through is asked for again, and the page stays", async ({
  cast,
  open,
  faults,
}) => {
  faults.expect(/ERR_FAILED|ERR_INTERNET_DISCONNECTED/);
  const page = await open(cast.ben, "/w/harbour");
  await page.route(attachButtons, (route) => route.abort());
  const refused = page.waitForEvent("requestfailed", (request) => attachButtons.test(request.url()));
  await page.getByRole("link", { name: "pier" }).click();
  const field = page.getByRole("textbox", { name: "Message #pier" });
  await refused;
  await page.context().setOffline(true);
  await page.unroute(attachButtons);
  await field.fill("Still here");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("article", { name: "Being sent: Still here" })).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByRole("button", { name: "Attach files" })).toBeVisible();
  await expect(page.getByRole("article", { name: /Still here/ })).toBeVisible();
});

test("a tab that was open while the server was upgraded starts anew, with what was written", async ({
  cast,
  open,
  faults,
}) => {
  faults.expect(/404/);
  const page = await open(cast.ben, `/w/harbour/r/${cast.pier.id}`);
  const field = page.getByRole("textbox", { name: "Message #pier" });
  await field.fill("Not finished");
  await page.route(/\/assets\/palette-dialog-/, (route) => route.fulfill({ status: 404 }));
  await page.route(
    (url) => url.pathname === "/",
    (route) => route.fulfill({ contentType: "text/html", body: `<script type="module" src="/another.js"></script>` }),
  );
  const anew = page.waitForEvent("load");
  await page.keyboard.press("Control+k");
  await anew;
  await page.unrouteAll();
  await expect(page).toHaveURL(new RegExp(`/r/${cast.pier.id}$`));
  await expect(field).toHaveValue("Not finished");
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog")).toBeVisible();
});
