import { expect, type Page, test } from "./kit/index.ts";

test.use({ asProcess: true });

const field = (page: Page) => page.getByRole("textbox", { name: "Message #harbour" });
const said = (page: Page) => page.getByRole("group", { name: "Messages" }).getByRole("article", { name: /Crate \d/ });

test("the server dies while Ana writes, and comes back: all she said is there once, in order", async ({
  cast,
  open,
  server,
  faults,
}) => {
  // Parts of the app that were on their way come later, too.
  faults.expect(/ERR_(CONNECTION_(REFUSED|RESET|CLOSED)|EMPTY_RESPONSE|SOCKET_NOT_CONNECTED)/);
  const path = `/w/harbour/r/${cast.harbour.id}`;
  const [ana, ben] = [await open(cast.ana, path), await open(cast.ben, path)];
  const crates: string[] = [];
  const write = async (count: number) => {
    for (let turn = 0; turn < count; turn++) {
      crates.push(`Crate ${crates.length + 1}`);
      await field(ana).fill(crates.at(-1) ?? "");
      await field(ana).press("Enter");
    }
  };
  await write(3);
  await expect(said(ben)).toHaveCount(3);

  // The kill falls among the messages: some have their answer, one may be stored without it, some find nobody.
  await Promise.all([write(10), server.kill()]);
  await expect(ana.getByText("Reconnecting…")).toBeVisible();
  await write(2);
  await expect(ana.getByText(/messages wait\./)).toBeVisible();
  await expect(said(ana)).toHaveCount(crates.length);

  await server.start();
  for (const page of [ana, ben]) {
    await expect(page.getByText("Reconnecting…")).toBeHidden({ timeout: 30_000 });
    await expect(said(page).locator(".prose-message")).toHaveText(crates);
  }
  const stored = await cast.ana.messages.listMessages({ roomId: cast.harbour.id });
  expect(stored.map(({ body }) => body).filter((body) => body.startsWith("Crate"))).toEqual(crates);
});
