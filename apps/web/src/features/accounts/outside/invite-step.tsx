import type { accounts } from "@althing/contract";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useClient } from "../../../connection/index.ts";
import { OutsidePage } from "../../../shell/outside/outside-page.tsx";
import { Button } from "../../../ui/button.tsx";
import { CopyField } from "../../../ui/copy-field.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { TextArea } from "../../../ui/text-area.tsx";
import { findAddresses } from "../find-addresses.ts";
import { requireFields, useFields } from "./fields.ts";
import { OutsideForm } from "./outside-form.tsx";

/** The second step of the first run: a link to share, and mails; either may be left out. */
export function InviteStep({ workspace: { id: workspaceId, slug, name } }: { workspace: accounts.WorkspaceSummary }) {
  const t = useTranslations("accounts.inviteStep");
  const { workspaces } = useClient();
  const [invited, setInvited] = useState(0);
  const { data: link, isPending } = useQuery({
    queryKey: ["first invitation", workspaceId],
    queryFn: () => workspaces.createInvitation({ workspaceId }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const form = useFields({ addresses: "" }, async ({ addresses }) => {
    const { addresses: emails, wrong } = findAddresses(addresses);
    requireFields({
      addresses:
        wrong.length > 0 ? t("addressesWrong", { wrong: wrong.join(", ") }) : emails.length === 0 && t("noAddresses"),
    });
    for (const [index, email] of emails.entries()) {
      await workspaces.createInvitation({ workspaceId, email });
      setInvited((count) => count + 1);
      // If the next one fails, what stands there is what is still to be sent.
      form.setValues({ addresses: emails.slice(index + 1).join(", ") });
    }
  });
  const open = (
    <Button size="large" render={<Link to="/w/$slug/start" params={{ slug }} />} variant="primary">
      {t("open", { workspace: name })}
    </Button>
  );
  return (
    <OutsidePage title={t("title")} description={t("description", { workspace: name })}>
      {isPending && <Skeleton className="h-15" />}
      {link && <CopyField label={t("link")} value={link.url} />}
      <OutsideForm form={form} action={t("send")} isSecondary>
        <TextArea {...form.field("addresses")} label={t("addresses")} hint={t("addressesHint")} />
      </OutsideForm>
      <p role="status" className="text-success text-sm empty:hidden">
        {invited > 0 && t("sent", { count: invited })}
      </p>
      {open}
    </OutsidePage>
  );
}
