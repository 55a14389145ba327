import { useState } from "react";
import { useTranslations } from "use-intl";
import { useClient, useWorkspace } from "../../../connection/index.ts";
import { DollarField } from "../../../ui/dollar-field.tsx";
import { FormDialog } from "../../../ui/form-dialog.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { readDollars, writeDollars } from "../../models/index.ts";

type Props = { pattern: string; name: string; price: number | undefined; onClose: () => void };

/** Says what a call costs; nothing takes the price back. */
export function PriceDialog({ pattern, name, price, onClose }: Props) {
  const t = useTranslations("tools.price");
  const { tools: api } = useClient();
  const { id: workspaceId } = useWorkspace();
  const [text, setText] = useState(price === undefined ? "" : writeDollars(price));
  const micros = text.trim() === "" ? null : readDollars(text);
  const { submit, pending, problem, fieldErrors } = useSubmit(async () => {
    if (micros === undefined) return;
    await api.setToolPrice({ workspaceId, pattern, micros });
    onClose();
  });
  return (
    <FormDialog
      title={t("change", { name })}
      description={pattern.endsWith("__*") ? `${t("hint")} ${t("hintSource")}` : t("hint")}
      action={t("save")}
      disabled={micros === undefined}
      pending={pending}
      problem={problem}
      onSubmit={(event) => void submit(event)}
      onClose={onClose}
    >
      <DollarField
        label={t("amount")}
        hint={t("amountHint")}
        value={text}
        onValueChange={setText}
        error={fieldErrors.micros ?? (micros === undefined ? t("noAmount") : undefined)}
      />
    </FormDialog>
  );
}
