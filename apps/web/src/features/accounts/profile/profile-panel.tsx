import { useTranslations } from "use-intl";
import { PanelFrame } from "../../../shell/index.ts";
import { PersonCard } from "../person/person-card.tsx";

/** Who someone is, beside the page: `?panel=profile:<accountId>`. */
export function ProfilePanel({ subject }: { subject: string }) {
  return (
    <PanelFrame title={useTranslations("accounts.person")("profile")}>
      <PersonCard accountId={subject} />
    </PanelFrame>
  );
}
