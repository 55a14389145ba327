import { useTranslations } from "use-intl";

const shortestPassword = 10;

/** What the forms can tell before they ask the server: each gives a sentence, or false where all is well. */
export function useChecks() {
  const t = useTranslations("accounts.fields");
  return {
    filled: (value: string) => value.trim() === "" && t("required"),
    email: (value: string) => !/^\S+@\S+\.\S+$/.test(value.trim()) && t("emailWrong"),
    handle: (value: string) => !/^[a-z0-9]([a-z0-9._-]{0,30}[a-z0-9])?$/i.test(value.trim()) && t("handleWrong"),
    newPassword: (value: string) => value.length < shortestPassword && t("passwordShort", { count: shortestPassword }),
  };
}
