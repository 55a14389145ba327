// Conversations with assistants, made without asking any.
import type { messages, rooms, workspaces } from "@althing/contract";
import type { Person } from "@althing/testkit/harbour";

export type Chat = { readonly roomId: rooms.RoomId; readonly question: messages.MessageId };

const answers = [
  "The ferry leaves at **nine** [1]. See [the tables](https://tides.example/?q=secret).\n\n| quay | tide |\n|---|---:|\n| north | 1.2 m |",
  "On Sundays there is *no* ferry.",
];

/** A conversation with one question and two answers, each on a branch of its own, and what followed the first. */
export async function importChat(
  person: Person,
  workspaceId: workspaces.WorkspaceId,
  title = "Ferries",
): Promise<Chat> {
  const name = `${title} ${crypto.randomUUID()}`;
  const content = {
    format: "althing.conversation",
    version: 1,
    exportedAt: "2026-11-20T10:00:00.000Z",
    title,
    createdAt: "2026-11-20T09:00:00.000Z",
    turns: [
      turn(`${name} q`, null, 0, "person", "When does the ferry leave on Sundays?"),
      turn(`${name} 1`, `${name} q`, 1, "assistant", answers[0] ?? ""),
      turn(`${name} 2`, `${name} q`, 2, "assistant", answers[1] ?? ""),
      turn(`${name} t`, `${name} 2`, 3, "person", "Thank you!"),
    ],
    place: `${name} t`,
  };
  const { chats } = await person.chats.importChats({ workspaceId, content });
  const roomId = chats[0]?.roomId as rooms.RoomId;
  const { turns } = await person.assistants.listTurns({ roomId });
  return { roomId, question: turns[0]?.messageId as messages.MessageId };
}

const turn = (id: string, parentId: string | null, minute: number, kind: "person" | "assistant", body: string) => ({
  id,
  parentId,
  author: { kind, name: kind === "person" ? "Ana" : "Pilot" },
  at: `2026-11-20T09:0${minute}:00.000Z`,
  body,
  model: kind === "person" ? null : "Pilot Large",
  sources:
    kind === "assistant" && body.includes("[1]")
      ? [{ handle: 1, title: "#harbour", quote: "The ferry leaves at nine.", url: null }]
      : [],
});
