import type { accounts } from "@althing/contract";
import { accounts as contract } from "@althing/contract";
import { useLoaderData, useLocation, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useConnection } from "../../../connection/index.ts";
import { OutsidePage } from "../../../shell/outside/outside-page.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { AccountFields } from "./account-fields.tsx";
import { useChecks } from "./checks.ts";
import { pointAt, requireFields, useFields } from "./fields.ts";
import { InviteStep } from "./invite-step.tsx";
import { OutsideForm } from "./outside-form.tsx";

/** The first run: whoever comes first makes the owner's account and the workspace, and may then invite people. */
export function WelcomePage() {
  const { needsSetupToken } = useLoaderData({ from: "/welcome" });
  const [made, setMade] = useState<accounts.WorkspaceSummary>();
  if (made) return <InviteStep workspace={made} />;
  return <SetUp needsToken={needsSetupToken} onMade={setMade} />;
}

type SetUpProps = { needsToken: boolean; onMade: (workspace: accounts.WorkspaceSummary) => void };

function SetUp({ needsToken, onMade }: SetUpProps) {
  const t = useTranslations("accounts.welcome");
  const connection = useConnection();
  const check = useChecks();
  const initial = { workspaceName: "", name: "", email: "", password: "", setupToken: useGivenToken() };
  const form = useFields(initial, async ({ setupToken, ...values }) => {
    requireFields({
      setupToken: needsToken && check.filled(setupToken),
      workspaceName: check.filled(values.workspaceName),
      name: check.filled(values.name),
      email: check.email(values.email),
      password: check.newPassword(values.password),
    });
    const { workspace } = await connection
      .register({ ...values, ...(needsToken && { setupToken: setupToken.trim() }) })
      .catch(pointAt(contract.SetupTokenRequired, "setupToken", t("tokenWrong")));
    if (workspace) onMade(workspace);
  });
  return (
    <OutsidePage title={t("title")} description={t("description")}>
      <OutsideForm form={form} action={t("submit")}>
        {needsToken && (
          <TextField
            {...form.field("setupToken")}
            label={t("token")}
            hint={t("tokenHint")}
            autoComplete="off"
            spellCheck={false}
            dir="ltr"
          />
        )}
        <TextField
          {...form.field("workspaceName")}
          label={t("workspaceName")}
          hint={t("workspaceNameHint")}
          placeholder={t("workspaceNameExample")}
          autoComplete="organization"
          autoFocus
          maxLength={80}
        />
        <AccountFields field={form.field} />
      </OutsideForm>
    </OutsidePage>
  );
}

/** The set-up token of the address that the server printed: `#setup=…`, which no log on the way sees, or `?setupToken=…`. */
function useGivenToken(): string {
  const { setupToken = "" } = useSearch({ from: "/welcome" });
  const { hash } = useLocation();
  return new URLSearchParams(hash).get("setup") ?? setupToken;
}
