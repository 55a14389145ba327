import type { chats } from "@althing/contract";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useClient } from "../../../connection/index.ts";
import { useConfirm } from "../../../ui/confirm-dialog.tsx";
import { RelativeTime } from "../../../ui/relative-time.tsx";
import { Switch } from "../../../ui/switch.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { HoldDialog } from "./hold-dialog.tsx";

/** Both ways are asked about: one stops all deleting and wants a reason, the other lets it begin. */
export function HoldSwitch({ retention }: { retention: chats.ChatRetentionDetail }) {
  const t = useTranslations("chats.retention");
  const { workspaceId, legalHold, hold, version } = retention;
  const client = useClient();
  const confirm = useConfirm();
  const toast = useToast();
  const queries = useQueryClient();
  const [isPutting, setPutting] = useState(false);
  const lift = async () => {
    const question = { title: t("holdOffTitle"), description: t("holdOffHint"), action: t("holdOff"), danger: true };
    if (!(await confirm(question))) return;
    await client.chats
      .setChatRetention({ workspaceId, legalHold: false }, { ifMatch: `"${version}"` })
      .catch(toast.showProblem);
    await queries.invalidateQueries({ queryKey: ["chats.retention"] });
  };
  return (
    <>
      <Switch
        label={t("holdLabel")}
        hint={legalHold ? t("held") : t("notHeld")}
        checked={legalHold}
        onCheckedChange={(wanted) => (wanted ? setPutting(true) : void lift())}
      />
      {hold && <Reason hold={hold} />}
      {isPutting && <HoldDialog retention={retention} onClose={() => setPutting(false)} />}
    </>
  );
}

/** Who put it on, when, and what for. */
function Reason({ hold: { reason, byName: name, at } }: { hold: chats.LegalHold }) {
  const t = useTranslations("chats.retention");
  return (
    <figure className="mt-3 border-line border-s-2 ps-3 text-sm">
      <blockquote>
        <bdi>{reason}</bdi>
      </blockquote>
      <figcaption className="text-ink-muted">
        {t.rich("holdBy", { name, time: () => <RelativeTime at={at} /> })}
      </figcaption>
    </figure>
  );
}
