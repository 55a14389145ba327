// Which channel is lively is known by the feeds, not by our tables: the ids are found here, ordered by the heads of their
// feeds, and only the channels of the page are read.
import { feedOf, type rooms } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { ReadAction } from "../../../kernel/binding.ts";
import { PageOf } from "../../../kernel/call.ts";
import { memberPermissions } from "../../workspaces/index.ts";
import { listChannelIds, listChannels } from "../store/channels.ts";
import { viewLastMessageAt } from "../views.ts";

export const discoverRooms: ReadAction<typeof rooms.discoverRooms> = async (tx, call) => {
  const { account } = requireAccount(call.actor);
  const { workspaceId, query = "", limit } = call.input;
  const [workspace] = await memberPermissions(tx, [{ accountId: account.id, workspaceId }]);
  const ids = await listChannelIds(tx, workspaceId, query, workspace?.isGuest ? account.id : null);
  const heads = await tx.heads(ids.map(feedOf.room));
  const byLife = ids.map((id) => ({ id, stamp: heads.get(feedOf.room(id))?.stamp ?? 0 })).sort(compareByLife);
  const after = call.cursor && { id: call.cursor.id, stamp: Number(call.cursor.stamp) };
  const rest = after ? byLife.filter((channel) => compareByLife(channel, after) > 0) : byLife;
  const page = rest.slice(0, limit);
  const rows = await listChannels(
    tx,
    page.map((channel) => channel.id),
    account.id,
  );
  const channels = new Map(rows.map((row) => [row.id, row]));
  const items = page.flatMap(({ id, stamp }) => {
    const channel = channels.get(id);
    if (!channel) return [];
    const { name, topic, description, member_count: memberCount, joined } = channel;
    return [{ id, name, topic, description, memberCount, lastMessageAt: viewLastMessageAt(stamp), joined }];
  });
  const last = rest.length > limit ? page.at(-1) : undefined;
  return new PageOf(items, { next: last && { stamp: String(last.stamp), id: last.id } });
};

type Living = { id: string; stamp: number };
const compareByLife = (one: Living, other: Living): number => other.stamp - one.stamp || (one.id < other.id ? 1 : -1);
