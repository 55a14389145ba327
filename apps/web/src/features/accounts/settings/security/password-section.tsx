import { accounts as contract } from "@althing/contract";
import { useTranslations } from "use-intl";
import { useClient } from "../../../../connection/index.ts";
import { Button } from "../../../../ui/button.tsx";
import { FormProblem } from "../../../../ui/form-problem.tsx";
import { PasswordField } from "../../../../ui/password-field.tsx";
import { useToast } from "../../../../ui/toast.tsx";
import { useChecks } from "../../outside/checks.ts";
import { pointAt, requireFields, useFields } from "../../outside/fields.ts";
import { useMe } from "../../person/use-person.ts";
import { Section } from "../section.tsx";

const empty = { currentPassword: "", password: "" };

export function PasswordSection() {
  const t = useTranslations("accounts.security");
  const { accounts } = useClient();
  const { show } = useToast();
  const me = useMe();
  const check = useChecks();
  const form = useFields(empty, async (values) => {
    requireFields({
      currentPassword: check.filled(values.currentPassword),
      password: check.newPassword(values.password),
    });
    await accounts
      .changePassword(values)
      .catch(pointAt(contract.PasswordWrong, "currentPassword", t("currentPasswordWrong")));
    form.setValues(empty);
    show({ title: t("passwordChanged"), tone: "success" });
  });
  return (
    <Section title={t("password")} hint={t("passwordHint")}>
      <form noValidate onSubmit={form.submit} className="flex max-w-sm flex-col gap-4">
        <FormProblem problem={form.problem} />
        {/* Tells password managers whose password it is. */}
        <input type="text" autoComplete="username" value={me?.email ?? ""} readOnly hidden />
        <PasswordField {...form.field("currentPassword")} label={t("currentPassword")} />
        <PasswordField {...form.field("password")} label={t("newPassword")} showStrength />
        <Button type="submit" loading={form.pending} className="self-start">
          {t("changePassword")}
        </Button>
      </form>
    </Section>
  );
}
