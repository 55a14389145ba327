import { workspaces as contract } from "@althing/contract";
import { isProblem } from "@althing/sdk";
import { Link, useLoaderData, useNavigate, useParams } from "@tanstack/react-router";
import { useFormatter, useTranslations } from "use-intl";
import { useClient } from "../../../connection/index.ts";
import { OutsidePage } from "../../../shell/outside/outside-page.tsx";
import { Button } from "../../../ui/button.tsx";
import { FormProblem } from "../../../ui/form-problem.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";

/** Where an invitation's link leads: what it is an invitation to, and the way in. */
export function InvitationPage() {
  const t = useTranslations("workspaces.invitation");
  const { dateTime } = useFormatter();
  const { token } = useParams({ from: "/invite/$token" });
  const { invitation, me } = useLoaderData({ from: "/invite/$token" });
  const client = useClient();
  const navigate = useNavigate();
  const { submit, pending, problem } = useSubmit(async () => {
    const slug = await client.workspaces.acceptInvitation({ token }).then(
      (workspace) => workspace.slug,
      (refusal: unknown) => {
        if (isProblem(refusal, contract.AlreadyMember)) return refusal.data.slug;
        throw refusal;
      },
    );
    await navigate({ to: "/w/$slug", params: { slug } });
  });

  return (
    <OutsidePage
      title={t("title", { workspace: invitation.workspaceName })}
      description={`${t("by", { person: invitation.invitedBy })} ${t("members", { count: invitation.memberCount })}`}
      links={t("expires", { date: dateTime(new Date(invitation.expiresAt), { dateStyle: "long" }) })}
    >
      <FormProblem problem={problem} />
      <div className="flex flex-col gap-2">
        {me ? (
          <Button variant="primary" size="large" loading={pending} onClick={() => void submit()}>
            {t("accept", { name: me.name })}
          </Button>
        ) : (
          <>
            <Button variant="primary" size="large" render={<Link to="/register" search={{ invitation: token }} />}>
              {t("register")}
            </Button>
            <Button size="large" render={<Link to="/sign-in" search={{ next: `/invite/${token}` }} />}>
              {t("signIn")}
            </Button>
          </>
        )}
      </div>
    </OutsidePage>
  );
}
