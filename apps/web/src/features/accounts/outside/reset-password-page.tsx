import { accounts as contract } from "@althing/contract";
import { isProblem } from "@althing/sdk";
import { Link, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useClient } from "../../../connection/index.ts";
import { OutsidePage } from "../../../shell/outside/outside-page.tsx";
import { Button } from "../../../ui/button.tsx";
import { PasswordField } from "../../../ui/password-field.tsx";
import { useChecks } from "./checks.ts";
import { requireFields, useFields } from "./fields.ts";
import { OutsideForm } from "./outside-form.tsx";

/** Where the mailed link leads: choose a new password. */
export function ResetPasswordPage() {
  const t = useTranslations("accounts.resetPassword");
  const { accounts } = useClient();
  const { token } = useSearch({ from: "/reset-password" });
  const [state, setState] = useState<"asking" | "done" | "expired">(token ? "asking" : "expired");
  const check = useChecks();
  const form = useFields({ password: "" }, async ({ password }) => {
    requireFields({ password: check.newPassword(password) });
    try {
      await accounts.resetPassword({ token, password });
      setState("done");
    } catch (problem) {
      if (!isProblem(problem, contract.LinkExpired)) throw problem;
      setState("expired");
    }
  });
  if (state === "done") {
    return (
      <OutsidePage title={t("done")} description={t("doneDescription")}>
        <Button variant="primary" size="large" render={<Link to="/sign-in" />}>
          {t("signIn")}
        </Button>
      </OutsidePage>
    );
  }
  if (state === "expired") {
    return (
      <OutsidePage title={t("expired")} description={t("expiredDescription")}>
        <Button variant="primary" size="large" render={<Link to="/forgot-password" />}>
          {t("askAgain")}
        </Button>
      </OutsidePage>
    );
  }
  return (
    <OutsidePage title={t("title")} description={t("description")}>
      <OutsideForm form={form} action={t("submit")}>
        <PasswordField {...form.field("password")} label={t("password")} showStrength autoFocus />
      </OutsideForm>
    </OutsidePage>
  );
}
