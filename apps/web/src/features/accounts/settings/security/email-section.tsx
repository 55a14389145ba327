import { BadgeCheck, MailWarning } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useClient } from "../../../../connection/index.ts";
import { Button } from "../../../../ui/button.tsx";
import { FormProblem } from "../../../../ui/form-problem.tsx";
import { Tag } from "../../../../ui/tag.tsx";
import { useSubmit } from "../../../../ui/use-submit.ts";
import { useMe } from "../../person/use-person.ts";
import { Section } from "../section.tsx";

/** Your address, and whether it is known to be yours. */
export function EmailSection() {
  const t = useTranslations("accounts.security");
  const { accounts } = useClient();
  const me = useMe();
  const [isSent, setSent] = useState(false);
  const again = useSubmit(async () => {
    await accounts.resendVerification({});
    setSent(true);
  });
  if (!me?.email) return null;
  return (
    <Section title={t("email")} hint={t("emailHint")}>
      <div className="flex flex-col gap-3">
        <FormProblem problem={again.problem} />
        <div className="flex flex-wrap items-center gap-3">
          <bdi className="font-medium">{me.email}</bdi>
          {me.emailVerified ? (
            <Tag tone="success" icon={<BadgeCheck />}>
              {t("verified")}
            </Tag>
          ) : (
            <>
              <Tag tone="warning" icon={<MailWarning />}>
                {t("unverified")}
              </Tag>
              <Button size="small" loading={again.pending} disabled={isSent} onClick={() => void again.submit()}>
                {t("sendAgain")}
              </Button>
            </>
          )}
        </div>
        <p role="status" className="text-ink-muted text-sm empty:hidden">
          {isSent && !me.emailVerified && t("sentAgain")}
        </p>
      </div>
    </Section>
  );
}
