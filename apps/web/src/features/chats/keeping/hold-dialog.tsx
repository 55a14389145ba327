import type { chats } from "@althing/contract";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useClient } from "../../../connection/index.ts";
import { FormDialog } from "../../../ui/form-dialog.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";

type Props = { retention: chats.ChatRetention; onClose: () => void };

/** Puts a hold on everything; why stays on record. */
export function HoldDialog({ retention: { workspaceId, version }, onClose }: Props) {
  const t = useTranslations("chats.retention");
  const client = useClient();
  const queries = useQueryClient();
  const [reason, setReason] = useState("");
  const { submit, pending, problem, fieldErrors } = useSubmit(async () => {
    const wanted = { workspaceId, legalHold: true, reason: reason.trim() };
    await client.chats.setChatRetention(wanted, { ifMatch: `"${version}"` });
    onClose();
    await queries.invalidateQueries({ queryKey: ["chats.retention"] });
  });
  return (
    <FormDialog
      title={t("holdOnTitle")}
      description={t("holdOnHint")}
      action={t("holdOn")}
      disabled={reason.trim() === ""}
      pending={pending}
      problem={problem}
      onSubmit={(event) => void submit(event)}
      onClose={onClose}
    >
      <TextField
        label={t("reason")}
        hint={t("reasonHint")}
        value={reason}
        onValueChange={setReason}
        error={fieldErrors.reason}
        maxLength={500}
        autoComplete="off"
      />
    </FormDialog>
  );
}
