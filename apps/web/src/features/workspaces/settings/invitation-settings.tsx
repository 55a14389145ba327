import { useQuery } from "@tanstack/react-query";
import { MailPlus } from "lucide-react";
import { useTranslations } from "use-intl";
import { useClient, useReplica, useWorkspace } from "../../../connection/index.ts";
import { Button } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { ErrorState } from "../../../ui/error-state.tsx";
import { RelativeTime } from "../../../ui/relative-time.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { Table } from "../../../ui/table.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { useRoleTitle } from "../../accounts/index.ts";
import { inviting, useInvite } from "../invite/use-invite.ts";

/** For columns of few words, which a phone tells beneath the first. */
const narrow = { wideOnly: true, className: "whitespace-nowrap text-ink-muted" };

/** The invitations that still hold. */
export function InvitationSettings() {
  const t = useTranslations("workspaces.invitations");
  const tSwitcher = useTranslations("workspaces.switcher");
  const client = useClient();
  const toast = useToast();
  const invite = useInvite();
  const { id: workspaceId } = useWorkspace();
  const titleOf = useRoleTitle();
  const profiles = useReplica((replica) => replica.profiles);
  // Asked anew when the dialog that makes invitations is opened or closed.
  const isInviting = inviting.useOpened() !== undefined;
  const invitations = useQuery({
    queryKey: ["invitations", workspaceId, isInviting],
    queryFn: () => client.workspaces.listInvitations({ workspaceId }),
    staleTime: 0,
    placeholderData: (previous) => previous,
  });
  const withdraw = async (invitationId: string) => {
    try {
      await client.workspaces.revokeInvitation({ workspaceId, invitationId });
      toast.show({ title: t("withdrawn") });
      await invitations.refetch();
    } catch (error) {
      toast.showProblem(error);
    }
  };
  const tellUses = ({ uses, maxUses }: { uses: number; maxUses: number | null }) =>
    maxUses === null ? t("usedCount", { uses }) : t("usedOf", { uses, max: maxUses });
  const button = (
    <Button variant="primary" icon={<MailPlus />} onClick={() => invite({})}>
      {tSwitcher("invite")}
    </Button>
  );
  if (invitations.isError) {
    return <ErrorState error={invitations.error} onRetry={() => void invitations.refetch()} />;
  }
  if (!invitations.data) return <Skeleton className="h-40" />;
  return (
    <div className="@container flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="min-w-60 flex-1 text-ink-muted">{t("hint")}</p>
        {invitations.data.length > 0 && button}
      </div>
      <Table
        label={t("title")}
        rows={invitations.data}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon={<MailPlus />} title={t("none")} actions={button}>
            {t("noneHint")}
          </EmptyState>
        }
        columns={[
          {
            key: "to",
            header: t("to"),
            className: "w-full",
            cell: ({ email, ...invitation }) => (
              <>
                <span className="wrap-anywhere block min-w-32">{email ?? t("anyone")}</span>
                <span className="block text-ink-muted text-xs @lg:hidden">
                  {titleOf(invitation.role)} · {t("used")}: {tellUses(invitation)} ·{" "}
                  <RelativeTime at={invitation.expiresAt} />
                </span>
              </>
            ),
          },
          { key: "role", header: t("role"), ...narrow, cell: ({ role }) => titleOf(role) },
          { key: "used", header: t("used"), ...narrow, cell: tellUses },
          { key: "by", header: t("by"), ...narrow, cell: ({ createdBy }) => profiles[createdBy]?.name ?? "" },
          { key: "expires", header: t("expires"), ...narrow, cell: ({ expiresAt }) => <RelativeTime at={expiresAt} /> },
          {
            key: "withdraw",
            header: <span className="sr-only">{t("withdraw")}</span>,
            align: "end",
            cell: ({ id }) => (
              <Button size="small" variant="ghost" onClick={() => void withdraw(id)}>
                {t("withdraw")}
              </Button>
            ),
          },
        ]}
      />
    </div>
  );
}
