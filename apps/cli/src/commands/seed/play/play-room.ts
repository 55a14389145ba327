// A room comes to life: opened, told as history with its times, then reacted to, pinned, edited and read by its people.
import { readFile } from "node:fs/promises";
import type { rooms } from "@althing/contract";
import type { Client } from "@althing/sdk";
import { messageIdOf } from "../../import/chat/message-id.ts";
import { sendPages } from "../../import/chat/send-pages.ts";
import type { SeedRoom } from "../rooms.ts";
import type { Player, Players } from "./hire.ts";
import { type Line, parseConversation } from "./parse-conversation.ts";

type Said = Line & { id: string; by: Player };

export async function playRoom(
  owner: Client,
  workspaceId: string,
  seed: SeedRoom,
  players: Players,
  now: Date,
): Promise<number> {
  const memberIds = seed.members.map((handle) => requirePlayer(players, handle).id);
  const room = await openRoom(owner, workspaceId, seed, memberIds);
  const source = await readFile(new URL(`../conversations/${seed.file}.chat`, import.meta.url), "utf8");
  const { lines, readCount } = parseConversation(source, now);
  const said = await nameLines(room.id, lines, players);
  await sendPages(
    owner,
    room.id,
    said.map((line) => asImported(line, said, players)),
  );
  for (const line of said) await liven(room.id, line, players);
  await readUpTo(owner, said.slice(0, readCount));
  return said.length;
}

/** Whoever is in a room from its beginning does not join it, which would be told with today's time. */
function openRoom(owner: Client, workspaceId: string, seed: SeedRoom, memberIds: string[]): Promise<rooms.MyRoom> {
  const { kind, name, visibility, topic, guidelines } = seed;
  return owner.rooms.createRoom({ workspaceId, kind, name, visibility, topic, guidelines, memberIds });
}

const nameLines = (roomId: string, lines: readonly Line[], players: Players): Promise<Said[]> =>
  Promise.all(
    lines.map(async (line, index) => ({
      ...line,
      id: await messageIdOf({ roomId, source: "seed", line: index, at: line.at.getTime() }),
      by: requirePlayer(players, line.author),
    })),
  );

const asImported = ({ id, by, text, at, root }: Said, said: readonly Said[], players: Players) => ({
  id,
  authorId: by.id,
  body: withHandles(text, players),
  at: at.toISOString(),
  parentId: root === undefined ? undefined : said[root]?.id,
});

async function liven(
  roomId: string,
  { id: messageId, by, reactions, editedTo, isPinned }: Said,
  players: Players,
): Promise<void> {
  for (const { emoji, by: handles } of reactions)
    for (const handle of handles)
      await requirePlayer(players, handle).client.messages.addReaction({ roomId, messageId, emoji });
  if (editedTo !== undefined)
    await by.client.messages.editMessage({ roomId, messageId, body: withHandles(editedTo, players) });
  if (isPinned) await by.client.messages.pinMessage({ roomId, messageId });
}

/** Each thread has a cursor of its own, beside the room's. */
async function readUpTo(owner: Client, read: readonly Said[]): Promise<void> {
  const last = new Map(read.map((line) => [line.root, line.id]));
  for (const messageId of last.values()) await owner.messages.readMessage({ messageId });
}

/** In the conversations people are called by their first handle, which may have been taken here. */
const withHandles = (text: string, players: Players): string =>
  text.replace(/@([a-z]+)/g, (written, handle: string) => {
    const player = players.get(handle);
    return player ? `@${player.handle}` : written;
  });

function requirePlayer(players: Players, handle: string): Player {
  const player = players.get(handle);
  if (!player) throw new Error(`${handle} is not in the cast`);
  return player;
}
