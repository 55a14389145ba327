import { useTranslations } from "use-intl";
import { StatusEmoji } from "./status-emoji.tsx";
import { useProfile } from "./use-person.ts";

type PersonNameProps = {
  accountId: string;
  /** For someone who is not known here any more. */
  name?: string;
  /** Whether the emoji of their status follows. */
  status?: boolean;
};

/** What someone is called now, as bare text in the reading direction of the name itself. */
export function PersonName({ accountId, name, status = false }: PersonNameProps) {
  const t = useTranslations("accounts.person");
  const profile = useProfile(accountId);
  return (
    <>
      <bdi>{profile?.name ?? name ?? t("unknown")}</bdi>
      {status && <StatusEmoji accountId={accountId} className="ms-1" />}
    </>
  );
}
