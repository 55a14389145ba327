import type { chats } from "@althing/contract";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useClient } from "../../../connection/index.ts";
import { spokenLater } from "../../../i18n/index.ts";
import { FormDialog } from "../../../ui/form-dialog.tsx";
import { RadioGroup } from "../../../ui/radio-group.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { DaysField, daysIn } from "./days-field.tsx";
import { keepingKey } from "./keeping-key.ts";

type Props = { roomId: string; onClose: () => void };

/** How long one conversation stays, in place of what the workspace says. */
export const KeepDialog = spokenLater("chats", function Keep({ roomId, onClose }: Props) {
  const { chats: api } = useClient();
  const { data } = useQuery({ queryKey: keepingKey(roomId), queryFn: () => api.getChatKeeping({ roomId }) });
  return data && <KeepForm keeping={data} onClose={onClose} />;
});

const usualDays = 90;

function KeepForm({ keeping, onClose }: { keeping: chats.ChatKeeping; onClose: () => void }) {
  const { roomId, kept, ownDays, days } = keeping;
  const t = useTranslations("chats.keepFor");
  const client = useClient();
  const toast = useToast();
  const queries = useQueryClient();
  const [whose, setWhose] = useState<"workspace" | "own">(ownDays === null ? "workspace" : "own");
  const [text, setText] = useState(String(ownDays ?? days ?? usualDays));
  const wanted = whose === "own" ? daysIn(text) : null;
  const { submit, pending, problem, fieldErrors } = useSubmit(async () => {
    if (wanted === undefined) return;
    await client.chats.keepChat({ roomId, kept, ownDays: wanted });
    await queries.invalidateQueries({ queryKey: keepingKey(roomId) });
    toast.show({ title: t("saved") });
    onClose();
  });
  return (
    <FormDialog
      title={t("title")}
      description={t("hint")}
      action={t("save")}
      disabled={wanted === undefined}
      pending={pending}
      problem={problem}
      onSubmit={(event) => void submit(event)}
      onClose={onClose}
    >
      <RadioGroup
        label={t("title")}
        hideLabel
        value={whose}
        onValueChange={setWhose}
        options={[
          { value: "workspace", label: t("workspace"), hint: t("workspaceHint", { days: days ?? 0 }) },
          { value: "own", label: t("own"), hint: t("ownHint") },
        ]}
      />
      {whose === "own" && (
        <DaysField
          label={t("days")}
          text={text}
          onText={setText}
          error={fieldErrors.ownDays}
          wrong={(range) => t("daysWrong", range)}
        />
      )}
    </FormDialog>
  );
}
