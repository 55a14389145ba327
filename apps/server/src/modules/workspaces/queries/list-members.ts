import type { workspaces } from "@althing/contract";
import type { OutsideAction } from "../../../kernel/binding.ts";
import { accessOf, PageOf } from "../../../kernel/call.ts";
import { listProfilesByName, presenceOf } from "../../accounts/index.ts";
import { listMemberRows, membersOf } from "../store/members.ts";
import { viewMember } from "../views.ts";

/** Outside only because who is there stands in memory. */
export const listMembers: OutsideAction<typeof workspaces.listMembers> = async (platform, call) => {
  const { query = "", limit } = call.input;
  const { workspaceId } = accessOf(call);
  const { members, next } = await platform.read(async (tx) => {
    const page = { words: query, after: call.cursor, limit };
    const { profiles, next } = await listProfilesByName(tx, membersOf(workspaceId), page);
    const ids = profiles.map(({ id }) => id);
    const rows = new Map((await listMemberRows(tx, workspaceId, ids)).map((row) => [row.account_id, row]));
    const members = profiles.flatMap((profile) => {
      const row = rows.get(profile.id);
      return row ? [viewMember(profile, row)] : [];
    });
    return { members, next };
  });
  const presence = presenceOf(
    platform,
    members.map(({ id }) => id),
  );
  return new PageOf(
    members.map((member) => ({ ...member, presence: presence.get(member.id) ?? "offline" })),
    { next },
  );
};
