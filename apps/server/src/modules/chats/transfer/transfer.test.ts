import { expect, test } from "bun:test";
import type { chats } from "@althing/contract";
import fc from "fast-check";
import { readFile } from "./read-file.ts";
import { countEnds, pathTo } from "./tree.ts";
import { toHtml, toMarkdown } from "./write-file.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
const turn = (id: string, parentId: string | null, body: string, minute: number): chats.ConversationTurn => ({
  id,
  parentId,
  author: parentId === null ? { kind: "person", name: "Ana" } : { kind: "assistant", name: "Pilot" },
  at: at(minute),
  body,
  model: parentId === null ? null : "small-1",
  sources: [],
});
const conversation = (turns: chats.ConversationTurn[], place: string | null = null): chats.Conversation => ({
  format: "althing.conversation",
  version: 1,
  exportedAt: at(0),
  title: "Ferries",
  createdAt: at(0),
  turns,
  place,
});
const draftOf = (content: unknown) => {
  const reading = readFile(content);
  const [draft] = reading?.drafts ?? [];
  if (!reading || !draft) throw new Error("It could not be read");
  return { ...draft, source: reading.source };
};
const shape = (turns: readonly chats.ConversationTurn[]) =>
  turns.map(({ id, parentId, body, model, at: when }) => [id, parentId, body, model, when]);

test("any tree comes in as it went out", () => {
  const trees = fc
    .array(fc.tuple(fc.nat(), fc.string({ minLength: 1 }), fc.boolean()), { minLength: 1, maxLength: 40 })
    .map((nodes) =>
      nodes.map(([up, text, isRoot], index) =>
        turn(`t${index}`, isRoot || index === 0 ? null : `t${up % index}`, `${text.replaceAll("\u0000", "")}.`, index),
      ),
    );
  fc.assert(
    fc.property(trees, (turns) => {
      const { source, turns: read } = draftOf(JSON.parse(JSON.stringify(conversation(turns, "t0"))));
      expect(source).toBe("althing");
      expect(read).toEqual(turns);
    }),
  );
});

const node = (id: string, parent: string | null, message: object | null) => ({
  [id]: { id, parent, children: [], message },
});
const said = (role: string, minute: number, content: object, metadata: object = {}) => ({
  author: { role },
  create_time: Date.parse(at(minute)) / 1_000,
  content,
  metadata,
});
const text = (...parts: unknown[]) => ({ content_type: "text", parts });

test("a conversation of ChatGPT brings its branches, times and models, and tells what it leaves", () => {
  const exported = [
    {
      title: "Ferries",
      create_time: Date.parse(at(0)) / 1_000,
      conversation_id: "c1",
      current_node: "a2",
      mapping: {
        ...node("root", null, null),
        ...node("sys", "root", said("system", 0, text(""), { is_visually_hidden_from_conversation: true })),
        ...node("q", "sys", said("user", 1, text("When does it leave?"))),
        ...node("a1", "q", said("assistant", 2, text("At six."), { model_slug: "gpt-4o" })),
        ...node("tool", "q", said("tool", 3, text("…"))),
        ...node("think", "tool", said("assistant", 3, { content_type: "thoughts", thoughts: [] })),
        ...node(
          "a2",
          "think",
          said("assistant", 4, text("At 06:15.", { content_type: "image_asset_pointer" }), { model_slug: "gpt-5" }),
        ),
      },
    },
  ];
  const { source, key, title, place, turns, leftOut } = draftOf(exported);
  expect({ source, key, title, place }).toEqual({ source: "chatgpt", key: "c1", title: "Ferries", place: "a2" });
  expect(shape(turns)).toEqual([
    ["q", null, "When does it leave?", null, at(1)],
    ["a1", "q", "At six.", "gpt-4o", at(2)],
    ["a2", "q", "At 06:15.", "gpt-5", at(4)],
  ]);
  expect(countEnds(turns)).toBe(2);
  expect(leftOut).toEqual(["1 × result of a tool", "1 × thoughts", "1 × picture or file"]);
});

test("a conversation of LibreChat comes flat or nested, and is the same", () => {
  const message = (id: string, parent: string, isCreatedByUser: boolean, minute: number, more: object = {}) => ({
    messageId: id,
    parentMessageId: parent,
    isCreatedByUser,
    sender: isCreatedByUser ? "User" : "GPT-4",
    text: `${id}.`,
    createdAt: at(minute),
    model: isCreatedByUser ? null : "gpt-4",
    ...more,
  });
  const none = "00000000-0000-0000-0000-000000000000";
  const [q, a, b] = [message("q", none, true, 1), message("a", "q", false, 2), message("b", "q", false, 3)];
  const flat = draftOf({ conversationId: "l1", title: "Ferries", exportAt: "…", messages: [q, a, b] });
  const nested = draftOf({ conversationId: "l1", title: "Ferries", messages: [{ ...q, children: [a, b] }] });
  expect(shape(flat.turns)).toEqual([
    ["q", null, "q.", null, at(1)],
    ["a", "q", "a.", "gpt-4", at(2)],
    ["b", "q", "b.", "gpt-4", at(3)],
  ]);
  expect([flat.source, nested.turns]).toEqual(["librechat", flat.turns]);
});

test("a file that goes in circles, or whose parents are missing, still comes in", () => {
  const mapping = {
    ...node("a", "b", said("user", 1, text("A"))),
    ...node("b", "a", said("assistant", 2, text("B"))),
    ...node("c", "nowhere", said("user", 3, text("C"))),
  };
  const { turns } = draftOf([{ title: "Loop", mapping }]);
  expect(shape(turns).map(([id, parent]) => [id, parent])).toEqual([
    ["a", null],
    ["b", null],
    ["c", null],
  ]);
});

test("what is no conversation is none", () => {
  for (const content of [
    null,
    [],
    {},
    "text",
    7,
    [{}],
    { format: "althing.conversation", version: 2 },
    { messages: [1] },
  ])
    expect(readFile(content)).toBeUndefined();
});

test("Markdown and HTML hold one branch, and run nothing", () => {
  const turns = [
    turn("q", null, "Is it **late**?", 1),
    turn("a", "q", "No <script>alert(1)</script>", 2),
    turn("b", "q", "Yes", 3),
  ];
  const one = conversation(turns, "a");
  expect(pathTo(turns, "a").map(({ id }) => id)).toEqual(["q", "a"]);
  expect(toMarkdown(one)).toBe(
    "# Ferries\n\n---\n\n**Ana**, 2026-01-01 00:01\n\nIs it **late**?\n\n---\n\n**Pilot (small-1)**, 2026-01-01 00:02\n\nNo <script>alert(1)</script>\n",
  );
  const page = toHtml({ ...one, title: "<b>" }, () => "<p>safe</p>");
  expect(page).toContain("<h1>&lt;b&gt;</h1>");
  expect(page).toContain("default-src 'none'");
  expect(page).not.toContain("<script");
});
