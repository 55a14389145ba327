import type { AccountId, chats, rooms } from "@althing/contract";
import type { ReadAction } from "../../../kernel/binding.ts";
import { type Ending, endings } from "../expiry.ts";
import { getRetention } from "../store/retention.ts";

const mostListed = 500;

export const previewChatRetention: ReadAction<typeof chats.previewChatRetention> = async (tx, { input }) => {
  const { workspaceId } = input;
  const decided = await getRetention(tx, workspaceId);
  const days = input.days ?? decided.days;
  const all: Ending[] = [];
  const here = (id: string) =>
    id === workspaceId ? { days, legal_hold: decided.legal_hold } : { days: null, legal_hold: false };
  for await (const ending of endings((work) => work(tx), here))
    all.push(...ending.filter((one) => one.workspaceId === workspaceId));
  const going = all.filter(({ kept }) => !kept).sort((one, other) => one.lastAt.getTime() - other.lastAt.getTime());
  return {
    count: going.length,
    held: decided.legal_hold,
    kept: all.length - going.length,
    chats: going.slice(0, mostListed).map(({ roomId, ownerId, temporary, lastAt }) => ({
      roomId: roomId as rooms.RoomId,
      ownerId: ownerId as AccountId | null,
      temporary,
      lastMessageAt: lastAt.toISOString(),
    })),
  };
};
