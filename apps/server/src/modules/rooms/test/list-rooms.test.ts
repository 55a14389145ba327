import { afterAll, beforeAll, expect, test } from "bun:test";
import { ReadTransaction } from "../../../kernel/tx.ts";
import { loadMyRooms } from "../queries/my-rooms.ts";
import { listMine } from "../store/mine.ts";
import { type Harbour, type Person, refusal, startHarbour } from "./harbour.ts";

let harbour: Harbour;
beforeAll(async () => {
  harbour = await startHarbour();
});
afterAll(() => harbour.server.dispose());

test("Ben lists the rooms he is in, as each would be found alone", async () => {
  const { ana, ben, cem, workspaceId, channel } = harbour;
  await channel("pier", [ben]);
  await channel("quay");
  await ana.rooms.createRoom({ workspaceId, kind: "dm", memberIds: [ben.id] });
  await cem.rooms.createRoom({ workspaceId, kind: "group", memberIds: [ben.id, ana.id] });
  const listed = await ben.rooms.listRooms({ workspaceId });
  expect(listed.map(({ name, kind }) => name ?? kind).filter((name) => name !== "general")).toEqual([
    "pier",
    "dm",
    "group",
  ]);
  // System messages may be posted meanwhile.
  const lasting = (room: object) => ({ ...room, head: 0, lastMessageAt: null, unread: null });
  for (const room of listed) expect(lasting(room)).toEqual(lasting(await ben.rooms.getRoom({ roomId: room.id })));
});

test("Eve cannot list rooms of a workspace she is not in", async () => {
  expect(await refusal(harbour.eve.rooms.listRooms({ workspaceId: harbour.workspaceId }))).toBe("workspace_not_found");
});

test("two hundred rooms take as many statements as one", async () => {
  const { ana, cem, workspaceId } = harbour;
  await cem.rooms.createRoom({ workspaceId, kind: "group", memberIds: [ana.id] });
  const few = await countStatements(cem.id);
  for (let number = 1; number <= 100; number++) {
    await cem.rooms.createRoom({ workspaceId, kind: "channel", name: `room ${number}` });
    await cem.rooms.createRoom({ workspaceId, kind: "group", memberIds: [ana.id] });
  }
  const many = await countStatements(cem.id);
  expect(many.rooms).toBe(few.rooms + 200);
  expect(many.statements).toBe(few.statements);
});

function countStatements(accountId: Person["id"]): Promise<{ rooms: number; statements: number }> {
  const { database, kernel } = harbour.server;
  return database.read(async (session) => {
    const parts = {
      memos: kernel.platform.memos,
      knowledge: { publicUrl: "", signup: "open", fileMaxBytes: 0 },
      now: new Date(),
    } as const;
    const tx = new ReadTransaction({ session, ...parts });
    const rows = await listMine(tx, accountId, harbour.workspaceId, false);
    const rooms = await loadMyRooms(tx, accountId, harbour.workspaceId, rows);
    return { rooms: rooms.length, statements: session.queryCount };
  });
}
