import { accounts as contract } from "@althing/contract";
import { Link, useLoaderData, useRouter, useSearch } from "@tanstack/react-router";
import { MailQuestion } from "lucide-react";
import { useTranslations } from "use-intl";
import { useConnection } from "../../../connection/index.ts";
import { OutsidePage } from "../../../shell/outside/outside-page.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { TextLink } from "../../../ui/text-link.tsx";
import { AccountFields } from "./account-fields.tsx";
import { useChecks } from "./checks.ts";
import { pointAt, requireFields, useFields } from "./fields.ts";
import { OutsideForm } from "./outside-form.tsx";

/** A new account: by an invitation, or where sign-up is open to everyone. */
export function RegisterPage() {
  const t = useTranslations("accounts.register");
  const { invitation = "" } = useSearch({ from: "/register" });
  const { mayRegister, preview } = useLoaderData({ from: "/register" });
  return (
    <OutsidePage
      title={preview ? t("titleInvited", { workspace: preview.workspaceName }) : t("title")}
      description={
        preview
          ? t("invited", { person: preview.invitedBy, count: preview.memberCount })
          : mayRegister && t("description")
      }
      links={
        <span>
          {t("known")}{" "}
          <TextLink render={<Link to="/sign-in" search={invitation ? { next: `/invite/${invitation}` } : {}} />}>
            {t("signIn")}
          </TextLink>
        </span>
      }
    >
      {mayRegister ? (
        <RegisterForm invitation={invitation} />
      ) : (
        <EmptyState icon={<MailQuestion />} title={t("closed")}>
          {t("closedHint")}
        </EmptyState>
      )}
    </OutsidePage>
  );
}

function RegisterForm({ invitation }: { invitation: string }) {
  const t = useTranslations("accounts.register");
  const fields = useTranslations("accounts.fields");
  const connection = useConnection();
  const router = useRouter();
  const check = useChecks();
  const form = useFields({ name: "", email: "", password: "" }, async (values) => {
    requireFields({
      name: check.filled(values.name),
      email: check.email(values.email),
      password: check.newPassword(values.password),
    });
    const { workspace } = await connection
      .register({ ...values, ...(invitation && { invitation }) })
      .catch(pointAt(contract.EmailTaken, "email", fields("emailTaken")));
    router.history.push(workspace ? `/w/${workspace.slug}` : "/");
  });
  return (
    <OutsideForm form={form} action={t("submit")}>
      <AccountFields field={form.field} autoFocus />
    </OutsideForm>
  );
}
