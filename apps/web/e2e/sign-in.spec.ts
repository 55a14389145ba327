import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Route } from "@playwright/test";
import { test as bare, expect, expectAccessible, type Page } from "./kit/index.ts";
import { expectMailedLink } from "./kit/mailbox.ts";

const test = bare.extend<{ dataDir: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: the runner reads from it what a fixture needs.
  dataDir: async ({}, use) => {
    const dataDir = await mkdtemp(join(tmpdir(), "althing-journey-"));
    await use(dataDir);
    await rm(dataDir, { recursive: true, force: true });
  },
  settings: async ({ dataDir }, use) => use({ ALTHING_DATA_DIR: dataDir, ALTHING_SIGNUP: "invite" }),
});

const ana = { name: "Ana Ek", email: "ana@example.org", password: "correct horse battery" };

async function setUp(page: Page): Promise<void> {
  await page.goto("/");
  await expect(page).toHaveURL("/welcome");
  await page.getByLabel("Name of the workspace").fill("Harbour");
  await page.getByLabel("Your name").fill(ana.name);
  await page.getByLabel("Email").fill(ana.email);
  await page.getByLabel("Password", { exact: true }).fill(ana.password);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Invite people" })).toBeVisible();
}

const foot = (page: Page) => page.getByRole("button", { name: /You and your settings/ });

async function signOut(page: Page): Promise<void> {
  await foot(page).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
}

async function signInAs(page: Page, password: string): Promise<void> {
  await page.getByLabel("Email").fill(ana.email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("the first visitor makes the server theirs, signs out, and comes back", async ({ page }) => {
  await page.goto("/welcome");
  await page.getByRole("button", { name: "Create workspace" }).click();
  await expect(page.getByLabel("Name of the workspace"), "the first field that is wrong").toBeFocused();
  await expectAccessible(page);

  await setUp(page);
  await expect(page.getByLabel("A link to share")).toHaveValue(/\/invite\//);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Open Harbour" }).click();
  await expect(foot(page)).toBeVisible();

  await signOut(page);
  await expectAccessible(page);
  await signInAs(page, "not the password");
  await expect(page.getByRole("alert")).toContainText("The address or the password is wrong");
  await signInAs(page, ana.password);
  await expect(foot(page)).toBeVisible();
});

test("signing in leads back to where one wanted to go", async ({ page }) => {
  await setUp(page);
  await page.goto("/w/harbour/settings/security");
  await signOut(page);
  await page.goto("/w/harbour/settings/privacy");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await signInAs(page, ana.password);
  await expect(page).toHaveURL("/w/harbour/settings/privacy");
});

test("a forgotten password is replaced by way of the mailed link, which works once", async ({ page, dataDir }) => {
  await setUp(page);
  await page.goto("/w/harbour");
  await signOut(page);
  await page.getByRole("link", { name: "Forgot your password?" }).click();
  await expect(page.getByRole("heading", { name: "Reset your password" })).toBeVisible();
  await page.getByLabel("Email").fill(ana.email);
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByRole("heading", { name: "Look into your mailbox" })).toBeVisible();

  const link = await expectMailedLink(dataDir, ana.email, /Choose a new password/);
  const newPassword = "staple of the battery";
  for (const outcome of ["Your password is changed", "This link is used up or too old"]) {
    await page.goto(link);
    await page.getByLabel("New password").fill(newPassword);
    await page.getByRole("button", { name: "Change the password" }).click();
    await expect(page.getByRole("heading", { name: outcome })).toBeVisible();
  }
  await page.goto("/sign-in");
  await signInAs(page, newPassword);
  await expect(foot(page)).toBeVisible();
});

test("the mailed link confirms an address, and the settings know at once", async ({ page, dataDir, context }) => {
  await setUp(page);
  await page.goto("/w/harbour/settings/security");
  await expect(page.getByText("Not confirmed yet")).toBeVisible();
  const link = await expectMailedLink(dataDir, ana.email, /Confirm your address/);
  const mailed = await context.newPage();
  await mailed.goto(link);
  await expect(mailed.getByRole("heading", { name: "Your address is confirmed" })).toBeVisible();
  await expect(page.getByText("Confirmed", { exact: true })).toBeVisible();
});

test("who is invited makes an account and comes straight into the workspace", async ({ page, browser, baseURL }) => {
  await setUp(page);
  const url = await page.getByLabel("A link to share").inputValue();
  const token = url.split("/").pop();
  const elsewhere = await browser.newContext({ baseURL });
  const visitor = await elsewhere.newPage();
  await visitor.goto(`/register?invitation=${token}`);
  await expect(visitor.getByRole("heading", { name: "Join Harbour" })).toBeVisible();
  await visitor.getByLabel("Your name").fill("Ben");
  await visitor.getByLabel("Email").fill(ana.email);
  await visitor.getByLabel("Password", { exact: true }).fill("a passphrase of Ben's");
  await visitor.getByRole("button", { name: "Create account" }).click();
  await expect(visitor.getByText("This address has an account already")).toBeVisible();
  await expect(visitor.getByLabel("Email")).toBeFocused();
  await visitor.getByLabel("Email").fill("ben@example.org");
  await expect(visitor.getByText("This address has an account already"), "said of another address").toBeHidden();
  await visitor.keyboard.press("Enter");
  await expect(visitor).toHaveURL(/\/w\/harbour/);
  await elsewhere.close();
});

test("a page waits for what it depends on, and says when the server cannot be reached", async ({ page, faults }) => {
  faults.expect(/ERR_FAILED|NetworkError/);
  await page.route("**/api/v1/meta", (route) => route.abort());
  await page.goto("/welcome");
  await expect(page.getByRole("heading", { name: "The server cannot be reached" })).toBeVisible();
  await expect(page).toHaveTitle("The server cannot be reached · Althing");
  await page.unroute("**/api/v1/meta");
  await page.getByRole("button", { name: "Try again" }).click();
  await setUp(page);
  await page.goto("/w/harbour");
  await signOut(page);

  // Sign-up looks like itself from its first moment on, however long the server takes to say whether it is open.
  const held: Route[] = [];
  await page.route("**/api/v1/meta", (route) => void held.push(route));
  await page.goto("/register");
  await expect.poll(() => held.length).toBeGreaterThan(0);
  await expect(page.getByRole("textbox")).toHaveCount(0);
  for (const route of held) await route.continue();
  await expect(page.getByText("Sign-up needs an invitation")).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveCount(0);
});
