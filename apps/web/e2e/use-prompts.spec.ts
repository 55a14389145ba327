import { expect, expectAccessible, test } from "./kit/index.ts";

test("Ana writes a prompt with blanks, shares it, and Ben fills it in where he writes", async ({ cast, open }) => {
  const page = await open(cast.ana, "/w/harbour/assistants");
  await page.getByRole("link", { name: "Prompts" }).click();
  await expect(page.getByText("No prompts yet")).toBeVisible();
  await page.getByRole("link", { name: "New prompt" }).click();
  await page.getByLabel("Title").fill("Answer a complaint");
  await page
    .getByRole("textbox", { name: "Text", exact: true })
    .fill("Draft an answer to {{customer}}. Tone: {{tone}}.");
  const blanks = page.getByRole("region", { name: "What is asked for" });
  await blanks.getByText("tone", { exact: true }).click();
  await blanks.getByRole("combobox", { name: "Kind" }).click();
  await page.getByRole("option", { name: "A choice" }).click();
  await blanks.getByLabel("Choices").fill("warm\nformal");
  await page.getByRole("radio", { name: /Everyone in the workspace/ }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Create prompt" }).click();
  await expect(page.getByRole("button", { name: "Save as a new version" })).toBeVisible();

  const bens = await open(cast.ben, `/w/harbour/r/${cast.harbour.id}`);
  const field = bens.getByRole("textbox", { name: "Message #harbour" });
  await field.fill("/prompt complaint");
  await field.press("Enter");
  await expect(bens.getByPlaceholder("Find a prompt")).toHaveValue("complaint");
  await expect(bens.getByRole("option", { name: /Answer a complaint/ })).toBeVisible();
  await expectAccessible(bens);
  await bens.keyboard.press("Enter");
  const dialog = bens.getByRole("dialog", { name: "Answer a complaint" });
  await dialog.getByRole("button", { name: "Put into the message" }).click();
  await expect(dialog.getByText("Fill this in.")).toHaveCount(2);
  await dialog.getByLabel("customer").fill("Mr Tide");
  await dialog.getByRole("combobox", { name: "tone" }).click();
  await bens.getByRole("option", { name: "formal" }).click();
  await expect(dialog.getByRole("region", { name: "What it comes to" })).toContainText("Mr Tide. Tone: formal.");
  await expectAccessible(bens);
  await dialog.getByRole("button", { name: "Put into the message" }).click();
  await expect(field).toHaveValue("Draft an answer to Mr Tide. Tone: formal.");

  // What Ana hides goes from Ben's library at once.
  await bens.goto("/w/harbour/assistants/prompts");
  await expect(bens.getByRole("heading", { name: "Answer a complaint" })).toBeVisible();
  await page.goto("/w/harbour/assistants/prompts");
  await page.getByRole("button", { name: "More about Answer a complaint" }).click();
  await page.getByRole("menuitem", { name: "Hide from the workspace" }).click();
  await expect(bens.getByText("No prompts yet")).toBeVisible();
});

test("Ben finds a prompt by its title under one key; none are fetched before", async ({ cast, open }) => {
  const { ana, ben, harbour, workspaceId } = cast;
  await ana.chats.createPrompt({ workspaceId, title: "Answer a complaint", body: "Dear {{customer}},", shared: true });
  await ana.chats.createPrompt({ workspaceId, title: "Answer for myself", body: "Mine alone" });
  await ben.chats.createPrompt({ workspaceId, title: "Tide report", body: "The tide today:" });
  const asked: string[] = [];
  const page = await open(ben, "/");
  page.on("request", (request) => {
    if (/\/prompts(?:$|\?)/.test(request.url())) asked.push(request.url());
  });
  await page.goto(`/w/harbour/r/${harbour.id}`);
  const field = page.getByRole("textbox", { name: "Message #harbour" });
  await expect(field).toBeVisible();
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog");
  await expect(palette.getByRole("option", { name: /harbour/ })).toBeVisible();
  await expect.poll(() => asked.length).toBe(1);
  await expect(palette.getByRole("option", { name: /^Use / })).toHaveCount(0);
  await page.keyboard.type("answer");
  await expect(palette.getByRole("option", { name: "Use Answer a complaint" })).toBeVisible();
  await expect(palette.getByRole("option", { name: /for myself/ })).toHaveCount(0);
  const chosen = palette.getByRole("option", { selected: true });
  const named = (await chosen.getAttribute("id")) ?? "";
  await expect(palette.getByRole("combobox")).toHaveAttribute("aria-activedescendant", named);
  await expectAccessible(page);
  await page.getByRole("option", { name: "Use Answer a complaint" }).click();
  const dialog = page.getByRole("dialog", { name: "Answer a complaint" });
  await dialog.getByLabel("customer").fill("Mr Tide");
  await dialog.getByRole("button", { name: "Put into the message" }).click();
  await expect(field).toHaveValue("Dear Mr Tide,");

  // One without blanks goes where one writes at once.
  await field.fill("");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("use tide");
  await expect(page.getByRole("option", { name: "Use Tide report" })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(field).toHaveValue("The tide today:");
  expect(asked).toHaveLength(1);
});

test("a prompt that somebody else changed meanwhile is written over only when one says so", async ({ cast, open }) => {
  const { ana, workspaceId } = cast;
  const prompt = await ana.chats.createPrompt({ workspaceId, title: "Review", body: "Review {{text}}", shared: true });
  const page = await open(ana, `/w/harbour/assistants/prompts/${prompt.id}`);
  const body = page.getByRole("textbox", { name: "Text", exact: true });
  await body.fill("Review {{text}} kindly");
  await ana.chats.updatePrompt({ workspaceId, promptId: prompt.id, title: "Review a text" });
  await expect(page.getByText("Someone changed this prompt")).toBeVisible();
  await expect(body).toHaveValue("Review {{text}} kindly");
  await page.getByRole("button", { name: "Keep mine" }).click();
  await page.getByRole("button", { name: "Save as a new version" }).click();
  await page.getByRole("tab", { name: "Versions" }).click();
  const versions = page.getByRole("list", { name: "Versions" });
  await expect(versions.getByRole("listitem")).toHaveCount(2);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Restore version 1" }).click();
  await expect(body).toHaveValue("Review {{text}}");

  await page.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("No prompts yet")).toBeVisible();
});

test("from the library a prompt begins a conversation, and waits there to be sent", async ({ cast, open }) => {
  const { ben, workspaceId } = cast;
  await ben.chats.createPrompt({ workspaceId, title: "Week", body: "What happened this week?" });
  const page = await open(ben, "/w/harbour/assistants/prompts");
  await page.getByRole("button", { name: "Use Week" }).click();
  await page.getByRole("button", { name: "Begin a conversation" }).click();
  await expect(page).toHaveURL(/\/r\//);
  await expect(page.getByRole("textbox")).toHaveValue("What happened this week?");
});

test("who hides assistants is not offered any", async ({ cast, open }) => {
  const page = await open(cast.ben, "/w/harbour/settings/my-assistants");
  const sidebar = page.getByRole("navigation", { name: "Rooms and places" });
  await expect(sidebar.getByRole("link", { name: "Assistants" })).toBeVisible();
  await page.getByRole("switch", { name: "Hide assistants" }).click();
  await expect(sidebar.getByRole("link", { name: "Assistants" })).toHaveCount(0);
  await expect(page.getByRole("switch", { name: "Hide assistants" })).toBeChecked();
  await expectAccessible(page);
});
