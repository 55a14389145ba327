// Workspaces: the tenants, who is in them, what roles hold, and how people are invited.
import { workspaces } from "@althing/contract";
import { outside, read, write } from "../../kernel/binding.ts";
import { defineModule } from "../../kernel/module.ts";
import { arrivals } from "../accounts/index.ts";
import { pictureUses } from "../pictures/index.ts";
import { acceptInvitation } from "./actions/accept-invitation.ts";
import { addEmoji } from "./actions/add-emoji.ts";
import { createInvitation } from "./actions/create-invitation.ts";
import { createRole } from "./actions/create-role.ts";
import { createWorkspace } from "./actions/create-workspace.ts";
import { deleteRole } from "./actions/delete-role.ts";
import { importAccounts } from "./actions/import-accounts.ts";
import { leaveWorkspace } from "./actions/leave-workspace.ts";
import { removeEmoji } from "./actions/remove-emoji.ts";
import { removeMember } from "./actions/remove-member.ts";
import { revokeInvitation } from "./actions/revoke-invitation.ts";
import { setMemberRoles } from "./actions/set-member-roles.ts";
import { settle } from "./actions/settle.ts";
import { updateRole } from "./actions/update-role.ts";
import { updateWorkspace } from "./actions/update-workspace.ts";
import { sendInvitation } from "./jobs/send-invitation.ts";
import { createWorkspaces } from "./migrations/001_workspaces.ts";
import { createEmoji } from "./migrations/002_emoji.ts";
import { forgetEmoji, listEmoji } from "./queries/emoji.ts";
import { listInvitations, previewInvitation } from "./queries/invitations.ts";
import { listMembers } from "./queries/list-members.ts";
import { feedsOf, getWorkspace, listWorkspaces, loadWorkspaces } from "./queries/my-workspaces.ts";
import { listPermissions, listRoles } from "./queries/roles.ts";
import { forgetStandings, memberPermissions, workspaceScope } from "./queries/standing.ts";
import { listShownPictures } from "./store/emoji.ts";
import { shareWorkspace } from "./store/members.ts";

export { admitAssistant, dismissAssistant } from "./actions/admit-assistant.ts";
export { type Membership, membershipHooks } from "./membership-hooks.ts";
export { type EmojiUrls, listEmojiUrls } from "./queries/emoji.ts";
export { listHolders } from "./queries/holders.ts";
export { loadRoles, requireRoles } from "./queries/roles.ts";
export { areMembers, memberPermissions, requireWorkspace, standingOf } from "./queries/standing.ts";
export { listMemberAccountIds } from "./store/members.ts";
export { listWorkspaceIds } from "./store/workspaces.ts";

arrivals.register({
  settle,
  shareWorkspace,
  feedsOf,
  workspacesOf: async (tx, accountId) =>
    (await loadWorkspaces(tx, accountId)).map(({ id, slug, name, roles, head }) => ({ id, slug, name, roles, head })),
});

pictureUses.register(listShownPictures);

export const workspacesModule = defineModule({
  name: "workspaces",
  migrations: [createWorkspaces, createEmoji],
  scopes: [workspaceScope],
  feeds: [
    {
      kind: "workspace",
      async mayFollow(tx, accountId, ids) {
        const asked = ids.map((workspaceId) => ({ workspaceId, accountId }));
        const standings = await memberPermissions(tx, asked);
        return new Set(
          standings.flatMap((one) => (one?.permissions.has(workspaces.WorkspaceView.name) ? [one.workspaceId] : [])),
        );
      },
    },
  ],
  ears: [...forgetStandings, ...forgetEmoji],
  jobs: [sendInvitation],
  routes: [
    read(workspaces.listWorkspaces, listWorkspaces),
    write(workspaces.createWorkspace, createWorkspace),
    read(workspaces.getWorkspace, getWorkspace),
    write(workspaces.updateWorkspace, updateWorkspace),
    write(workspaces.leaveWorkspace, leaveWorkspace),
    write(workspaces.importAccounts, importAccounts),

    outside(workspaces.listMembers, listMembers),
    write(workspaces.removeMember, removeMember),
    write(workspaces.setMemberRoles, setMemberRoles),

    read(workspaces.listRoles, listRoles),
    write(workspaces.createRole, createRole),
    write(workspaces.updateRole, updateRole),
    write(workspaces.deleteRole, deleteRole),
    read(workspaces.listPermissions, listPermissions, { snapshot: false }),

    read(workspaces.listEmoji, listEmoji, { snapshot: false }),
    outside(workspaces.addEmoji, addEmoji),
    write(workspaces.removeEmoji, removeEmoji),

    write(workspaces.createInvitation, createInvitation),
    read(workspaces.listInvitations, listInvitations),
    write(workspaces.revokeInvitation, revokeInvitation),
    read(workspaces.previewInvitation, previewInvitation),
    write(workspaces.acceptInvitation, acceptInvitation),
  ],
});
