import type { chats } from "@althing/contract";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "lucide-react";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { useClient } from "../../../connection/index.ts";
import { Button } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { CopyField } from "../../../ui/copy-field.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { FormProblem } from "../../../ui/form-problem.tsx";
import { RadioGroup } from "../../../ui/radio-group.tsx";
import { Select } from "../../../ui/select.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { useIsBranched } from "../../assistants/index.ts";
import { usePermission } from "../../workspaces/index.ts";
import { ShareLine } from "./share-line.tsx";
import { useShares } from "./use-shares.ts";

type Props = { roomId: string; onClose: () => void };

const daySeconds = 24 * 3_600;
const ends = { never: null, day: daySeconds, week: 7 * daySeconds, month: 30 * daySeconds, year: 365 * daySeconds };
type End = keyof typeof ends;

/** Makes a link to a conversation as it is now, and shows those that there are. */
export function ShareDialog({ roomId, onClose }: Props) {
  const t = useTranslations("chats.share");
  const [made, setMade] = useState<chats.Share>();
  const { data } = useShares();
  const others = data?.filter((share) => share.roomId === roomId && share.id !== made?.id) ?? [];
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("title")} description={t("hint")}>
      <div className="flex flex-col gap-6">
        <Making roomId={roomId} onMade={setMade} />
        {made && (
          <CopyField
            key={made.id}
            takesFocus
            label={t("yourLink")}
            value={made.url}
            className="rounded-md bg-accent-soft p-3"
          />
        )}
        {others.length > 0 && (
          <section aria-label={t("existing")}>
            <h3 className="mb-2 font-medium text-sm">{t("existing")}</h3>
            <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
              {others.map((share) => (
                <ShareLine key={share.id} share={share} />
              ))}
            </ul>
          </section>
        )}
      </div>
    </Dialog>
  );
}

function Making({ roomId, onMade }: { roomId: string; onMade: (share: chats.Share) => void }) {
  const t = useTranslations("chats.share");
  const client = useClient();
  const queries = useQueryClient();
  const id = useId();
  const mayPublish = usePermission("chat.share_public");
  const isBranched = useIsBranched(roomId);
  const [audience, setAudience] = useState<chats.Share["audience"]>("workspace");
  const [end, setEnd] = useState<End>("month");
  const [isWhole, setWhole] = useState(false);
  const { submit, pending, problem } = useSubmit(async () => {
    const share = await client.chats.createShare({
      roomId,
      audience,
      scope: isWhole ? "tree" : "path",
      expiresInSeconds: ends[end],
    });
    onMade(share);
    await queries.invalidateQueries({ queryKey: ["chats.list_shares"] });
  });
  return (
    <form id={id} onSubmit={submit} className="flex flex-col gap-4" noValidate>
      <RadioGroup
        label={t("audience")}
        value={audience}
        onValueChange={setAudience}
        options={[
          { value: "workspace", label: t("members"), hint: t("membersHint") },
          {
            value: "public",
            label: t("anyone"),
            hint: mayPublish ? t("anyoneHint") : t("mayNotPublish"),
            disabled: !mayPublish,
          },
        ]}
      />
      {isBranched && <Checkbox label={t("whole")} hint={t("wholeHint")} checked={isWhole} onCheckedChange={setWhole} />}
      <div className="flex flex-wrap items-end gap-3">
        <Select
          label={t("end")}
          className="min-w-40 flex-1"
          options={(Object.keys(ends) as End[]).map((value) => ({ value, label: t(`endChoices.${value}`) }))}
          value={end}
          onValueChange={setEnd}
        />
        <Button type="submit" variant="primary" icon={<Link />} loading={pending}>
          {t("make")}
        </Button>
      </div>
      <FormProblem problem={problem} />
    </form>
  );
}
