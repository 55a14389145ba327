import { Link, useParams } from "@tanstack/react-router";
import { AtSign, MessageSquare, Pencil } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../../ui/button.tsx";
import { useCopy } from "../../../ui/use-copy.ts";
import { useDirectMessage } from "../person/use-direct-message.ts";
import { statusDialog } from "../self/status-opener.ts";

/** What one does with someone. */
export function ProfileActions({ accountId, handle }: { accountId: string; handle: string }) {
  const t = useTranslations("accounts.profilePanel");
  const openDirectMessage = useDirectMessage();
  const [isOpening, setOpening] = useState(false);
  const { copy, isCopied } = useCopy();
  const message = async () => {
    setOpening(true);
    await openDirectMessage(accountId);
    setOpening(false);
  };
  return (
    <>
      <Button variant="primary" icon={<MessageSquare />} loading={isOpening} onClick={() => void message()}>
        {t("message")}
      </Button>
      <Button icon={<AtSign />} onClick={() => copy(`@${handle}`)}>
        {isCopied ? t("copied") : t("copyMention")}
      </Button>
    </>
  );
}

/** What one does with one's own profile. */
export function OwnProfileActions() {
  const t = useTranslations("accounts.profilePanel");
  const self = useTranslations("accounts.self");
  const { slug } = useParams({ from: "/w/$slug" });
  return (
    <>
      <Button
        icon={<Pencil />}
        render={<Link to="/w/$slug/settings/$page" params={{ slug, page: "profile" }} search={{}} />}
      >
        {t("edit")}
      </Button>
      <Button onClick={() => statusDialog.open(true)}>{self("setStatus")}</Button>
    </>
  );
}
