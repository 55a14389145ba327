import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useClient } from "../../../connection/index.ts";
import { OutsidePage } from "../../../shell/outside/outside-page.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { TextLink } from "../../../ui/text-link.tsx";
import { useChecks } from "./checks.ts";
import { requireFields, useFields } from "./fields.ts";
import { OutsideForm } from "./outside-form.tsx";

/** Asks for the mail with a link to choose a new password. */
export function ForgotPasswordPage() {
  const t = useTranslations("accounts.forgotPassword");
  const fields = useTranslations("accounts.fields");
  const { accounts } = useClient();
  const [sentTo, setSentTo] = useState<string>();
  const check = useChecks();
  const form = useFields({ email: "" }, async ({ email }) => {
    requireFields({ email: check.email(email) });
    await accounts.forgotPassword({ email });
    setSentTo(email.trim());
  });
  const back = <TextLink render={<Link to="/sign-in" />}>{t("back")}</TextLink>;
  if (sentTo)
    return <OutsidePage title={t("sent")} description={t("sentDescription", { email: sentTo })} links={back} />;
  return (
    <OutsidePage title={t("title")} description={t("description")} links={back}>
      <OutsideForm form={form} action={t("submit")}>
        <TextField {...form.field("email")} label={fields("email")} type="email" autoComplete="username" autoFocus />
      </OutsideForm>
    </OutsidePage>
  );
}
