import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useFormatter, useTranslations } from "use-intl";
import { useClient, useConnection } from "../../../connection/index.ts";
import { Avatar } from "../../../ui/avatar.tsx";
import { Button } from "../../../ui/button.tsx";
import { Card } from "../../../ui/card.tsx";
import { ErrorState } from "../../../ui/error-state.tsx";
import { FormProblem } from "../../../ui/form-problem.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";

/** Where an invitation's link leads: what it is an invitation to, and the way in. */
export function InvitationPage() {
  const t = useTranslations("workspaces.invitation");
  const { dateTime } = useFormatter();
  const { token } = useParams({ from: "/invite/$token" });
  const client = useClient();
  const connection = useConnection();
  const navigate = useNavigate();
  const invitation = useQuery({
    queryKey: ["invitation", token],
    queryFn: () => client.workspaces.previewInvitation({ token }),
  });
  const me = useQuery({
    queryKey: ["invitation", "me"],
    queryFn: async () => ((await connection.session()) === "signed-in" ? await client.accounts.getMe() : null),
  });
  const { submit, pending, problem } = useSubmit(async () => {
    const { slug } = await client.workspaces.acceptInvitation({ token });
    await navigate({ to: "/w/$slug", params: { slug } });
  });

  return (
    <main className="grid min-h-dvh place-items-center bg-canvas p-4">
      <Card className="w-full max-w-sm p-6">
        {invitation.isError && <ErrorState error={invitation.error} onRetry={() => void invitation.refetch()} />}
        {invitation.isPending && <Skeleton className="h-48" />}
        {invitation.data && (
          <div className="flex flex-col items-center gap-2 text-center">
            <Avatar name={invitation.data.workspaceName} size={64} />
            <h1 className="mt-2 text-balance font-semibold text-xl">
              {t("title", { workspace: invitation.data.workspaceName })}
            </h1>
            <p className="text-ink-muted">
              {t("by", { person: invitation.data.invitedBy })} {t("members", { count: invitation.data.memberCount })}
            </p>
            <p className="text-ink-muted text-sm">
              {t("expires", { date: dateTime(new Date(invitation.data.expiresAt), { dateStyle: "long" }) })}
            </p>
            <FormProblem problem={problem} />
            <div className="mt-4 flex w-full flex-col gap-2">
              {me.data && (
                <Button variant="primary" size="large" loading={pending} onClick={() => void submit()}>
                  {t("accept", { name: me.data.name })}
                </Button>
              )}
              {me.data === null && (
                <>
                  <Button
                    variant="primary"
                    size="large"
                    render={<Link to="/register" search={{ invitation: token }} />}
                  >
                    {t("register")}
                  </Button>
                  <Button size="large" render={<Link to="/sign-in" search={{ next: `/invite/${token}` }} />}>
                    {t("signIn")}
                  </Button>
                </>
              )}
            </div>
          </div>
        )}
      </Card>
    </main>
  );
}
