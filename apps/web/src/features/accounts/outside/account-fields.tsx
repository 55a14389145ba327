import { useTranslations } from "use-intl";
import { PasswordField } from "../../../ui/password-field.tsx";
import { TextField } from "../../../ui/text-field.tsx";

type Field = { name: string; value: string; error: string | undefined; onValueChange: (value: string) => void };

type AccountFieldsProps = { field: (name: "name" | "email" | "password") => Field; autoFocus?: boolean };

/** What every new account is asked for. */
export function AccountFields({ field, autoFocus }: AccountFieldsProps) {
  const t = useTranslations("accounts.fields");
  return (
    <>
      <TextField
        {...field("name")}
        label={t("name")}
        hint={t("nameHint")}
        autoComplete="name"
        maxLength={80}
        autoFocus={autoFocus}
      />
      <TextField {...field("email")} label={t("email")} type="email" autoComplete="username" />
      <PasswordField {...field("password")} label={t("password")} hint={t("passwordHint")} showStrength />
    </>
  );
}
