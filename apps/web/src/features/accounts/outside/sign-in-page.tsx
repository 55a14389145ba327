import { Link, useLoaderData, useRouter, useSearch } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { useConnection } from "../../../connection/index.ts";
import { OutsidePage } from "../../../shell/outside/outside-page.tsx";
import { PasswordField } from "../../../ui/password-field.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { TextLink } from "../../../ui/text-link.tsx";
import { useChecks } from "./checks.ts";
import { requireFields, useFields } from "./fields.ts";
import { addressWithin } from "./next.ts";
import { OutsideForm } from "./outside-form.tsx";

export function SignInPage() {
  const t = useTranslations("accounts.signIn");
  const fields = useTranslations("accounts.fields");
  const connection = useConnection();
  const router = useRouter();
  const { signup } = useLoaderData({ from: "/sign-in" });
  const { next } = useSearch({ from: "/sign-in" });
  const check = useChecks();
  const form = useFields({ email: "", password: "" }, async (values) => {
    requireFields({ email: check.email(values.email), password: check.filled(values.password) });
    await connection.signIn(values);
    router.history.push(addressWithin(next, window.location.origin));
  });
  return (
    <OutsidePage
      title={t("title")}
      description={next ? t("goOn") : t("description")}
      links={
        signup === "open" ? (
          <span>
            {t("new")} <TextLink render={<Link to="/register" />}>{t("register")}</TextLink>
          </span>
        ) : (
          t("invited")
        )
      }
    >
      <OutsideForm form={form} action={t("submit")}>
        <TextField {...form.field("email")} label={fields("email")} type="email" autoComplete="username" autoFocus />
        <div className="flex flex-col gap-2">
          <PasswordField {...form.field("password")} label={fields("password")} />
          <TextLink className="self-end text-sm" render={<Link to="/forgot-password" />}>
            {t("forgot")}
          </TextLink>
        </div>
      </OutsideForm>
    </OutsidePage>
  );
}
