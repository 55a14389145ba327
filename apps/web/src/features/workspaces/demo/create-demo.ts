/** Makes the demo workspace through the same calls that bring in history from elsewhere. */
import type { Client } from "@althing/sdk";
import { v7 as uuid } from "uuid";
import { type DemoMessage, demoRooms } from "./conversation.ts";

/** Gives the address of the new workspace. `onProgress` hears how much is done, from 0 to 1. Rejects as calls do. */
export async function createDemo(client: Client, name: string, onProgress: (share: number) => void): Promise<string> {
  const { id: workspaceId, slug } = await client.workspaces.createWorkspace({ name });
  const names = [...new Set(demoRooms.flatMap(({ messages }) => messages.flatMap(speakers)))];
  const people = await client.workspaces.importAccounts({ workspaceId, source: "demo", names });
  const idOf = new Map(people.map(({ externalName, accountId }) => [externalName, accountId]));
  for (const [index, { messages, ...room }] of demoRooms.entries()) {
    onProgress(index / demoRooms.length);
    const made = await client.rooms.createRoom({ workspaceId, kind: "channel", visibility: "public", ...room });
    const now = Date.now();
    const written = messages.flatMap((message) => {
      const root = write(message, now);
      return [root, ...(message.replies ?? []).map((reply) => ({ ...write(reply, now), parentId: root.id }))];
    });
    await client.messages.importMessages({
      roomId: made.id,
      messages: written.toSorted((a, b) => a.at.localeCompare(b.at)),
    });
  }
  onProgress(1);
  return slug;

  function write({ by, ago, body }: DemoMessage, now: number) {
    return { id: uuid(), authorId: idOf.get(by) ?? "", body, at: new Date(now - ago * 60_000).toISOString() };
  }
}

const speakers = ({ by, replies = [] }: DemoMessage): string[] => [by, ...replies.flatMap(speakers)];
