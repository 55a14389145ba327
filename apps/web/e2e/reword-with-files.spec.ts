import { picture, sendFiles, text } from "./kit/files.ts";
import { expect, expectAccessible, test } from "./kit/index.ts";

test("what Ben asks in other words keeps the files of the first question, but for one he takes out", async ({
  cast,
  open,
}) => {
  const { ben, workspaceId } = cast;
  const [assistant] = await ben.assistants.listAssistants({ workspaceId });
  if (!assistant) throw new Error("There is no assistant");
  const { id: roomId } = await ben.assistants.openChat({ workspaceId, assistantId: assistant.id });
  const files = [picture("Crane.png"), text("List.txt", "oil, rope")];
  await sendFiles(ben, { workspaceId, roomId, body: "What is this?", files });
  const page = await open(ben, `/w/harbour/r/${roomId}`);
  await page.getByRole("article", { name: /What is this/ }).click({ button: "right" });
  await page.getByRole("menuitem", { name: "Ask in other words" }).click();
  const dialog = page.getByRole("dialog", { name: "Ask in other words" });
  const kept = dialog.getByRole("list", { name: "Files that go with your message" });
  await expect(kept.getByRole("listitem")).toHaveCount(2);
  await expectAccessible(page);
  await kept.getByRole("button", { name: "Remove List.txt" }).click();
  await expect(kept.getByRole("listitem")).toHaveCount(1);
  await dialog.getByRole("textbox").fill("What stands there?");
  await dialog.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(dialog).toHaveCount(0);
  const asked = page.getByRole("article", { name: /What stands there/ });
  await expect(asked.getByRole("button", { name: "Open picture Crane.png" })).toBeVisible();
  await expect(asked.getByRole("button", { name: /List.txt/ })).toHaveCount(0);
  await expect(page.getByText("2 of 2")).toBeVisible();
  await page.getByRole("button", { name: "Previous branch" }).click();
  await expect(
    page.getByRole("article", { name: /What is this/ }).getByRole("button", { name: /List.txt/ }),
  ).toBeVisible();
  await expectAccessible(page);
});
