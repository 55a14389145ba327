import { test as bare, expect, expectAccessible } from "./kit/index.ts";
import { type MailServer, startMailServer } from "./kit/mail-server.ts";

/** The installation's mail goes to a server that refuses it, until the journey says otherwise. */
const test = bare.extend<{ mail: MailServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: the runner reads from it what a fixture needs.
  mail: async ({}, use) => {
    const mail = await startMailServer();
    await use(mail);
    mail.close();
  },
  settings: ({ mail }, use) => use({ SMTP_URL: mail.url }),
});

test("letters that were refused lie with the dead jobs; Ana discards one, and has the others tried again", async ({
  cast,
  mail,
  open,
}) => {
  const page = await open(cast.ana, "/w/harbour/settings/profile");
  await page.getByRole("link", { name: "Jobs" }).click();
  const dead = page.getByRole("list", { name: "Given up" });
  // One for everyone who was to confirm their address.
  await expect(dead.getByRole("listitem")).toHaveCount(5);
  const first = dead.getByRole("listitem").first();
  await expect(first).toContainText("The letter was refused");
  await expect(page.getByRole("main")).not.toContainText("example.org");
  await expectAccessible(page);

  await first.getByRole("button", { name: /^Discard/ }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Discard" }).click();
  await expect(page.getByText("One job was discarded")).toBeVisible();
  await expect(dead.getByRole("listitem")).toHaveCount(4);

  mail.refuses = false;
  await page.getByRole("button", { name: "Try all again" }).click();
  await expect(page.getByText("4 jobs run again")).toBeVisible();
  await expect(page.getByText("No job was given up")).toBeVisible();
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page);
});

test("who does not own the installation finds no jobs in the settings", async ({ cast, open }) => {
  const ada = await cast.arrive("Ada", "admin");
  const page = await open(ada, "/w/harbour/settings/profile");
  await expect(page.getByRole("link", { name: "Statistics" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Jobs" })).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Installation" })).toBeHidden();
});
