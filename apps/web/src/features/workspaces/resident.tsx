import { useNavigate, useParams } from "@tanstack/react-router";
import { Plus, UserPlus, Users } from "lucide-react";
import { Suspense, useMemo } from "react";
import { useTranslations } from "use-intl";
import { later } from "../../parts/index.ts";
import { type Command, useCommands } from "../../shell/index.ts";
import { inviting } from "./invite/use-invite.ts";
import { usePermission } from "./use-permission.ts";
import { workspaceCreation } from "./workspace-creation.ts";

const InviteDialog = later(() => import("./invite/invite-dialog.tsx"), "InviteDialog");
const CreateDialog = later(() => import("./create-workspace.tsx"), "CreateWorkspaceDialog");

/** What can be done with a workspace from anywhere in it. */
export function Resident() {
  const t = useTranslations("workspaces");
  const navigate = useNavigate();
  const { slug } = useParams({ from: "/w/$slug" });
  const mayInvite = usePermission("invitation.create");
  const isInviting = inviting.useOpened() !== undefined;
  const isCreating = workspaceCreation.useOpened() !== undefined;
  useCommands(
    useMemo(() => {
      const group = t("group");
      const commands: Command[] = [
        {
          id: "workspaces.people",
          title: t("people.title"),
          group,
          icon: Users,
          run: () => void navigate({ to: "/w/$slug/people", params: { slug } }),
        },
        {
          id: "workspaces.create",
          title: t("switcher.create"),
          group,
          icon: Plus,
          run: () => workspaceCreation.open(true),
        },
      ];
      if (mayInvite) {
        const run = () => inviting.open({});
        commands.push({ id: "workspaces.invite", title: t("switcher.invite"), group, icon: UserPlus, run });
      }
      return commands;
    }, [t, navigate, slug, mayInvite]),
  );
  return (
    <Suspense>
      {isInviting && <InviteDialog />}
      {isCreating && <CreateDialog />}
    </Suspense>
  );
}
