import { accounts } from "@althing/contract";
import { useTranslations } from "use-intl";

const shortestPassword = 10;

/** What the forms can tell before they ask the server: each gives a sentence, or false where all is well. */
export function useChecks() {
  const t = useTranslations("accounts.fields");
  return {
    filled: (value: string) => value.trim() === "" && t("required"),
    email: (value: string) => !accounts.Email.safeParse(value).success && t("emailWrong"),
    handle: (value: string) => !accounts.Handle.safeParse(value).success && t("handleWrong"),
    newPassword: (value: string) => value.length < shortestPassword && t("passwordShort", { count: shortestPassword }),
  };
}
