import type { models } from "@althing/contract";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useClient, useWorkspace } from "../../../connection/index.ts";
import { DollarField } from "../../../ui/dollar-field.tsx";
import { FormDialog } from "../../../ui/form-dialog.tsx";
import { Select } from "../../../ui/select.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { readDollars } from "../use-dollars.ts";
import { lastMonth } from "./last-month.ts";

type Props = { providers: readonly models.BilledProvider[]; onClose: () => void };

/** What a provider bills for a time: last month, unless told. */
export function BillDialog({ providers, onClose }: Props) {
  const t = useTranslations("models.bills");
  const { models: api } = useClient();
  const { id: workspaceId } = useWorkspace();
  const [providerId, setProviderId] = useState<string>(providers[0]?.id ?? "");
  const [{ from, to }, setTime] = useState(() => lastMonth(new Date()));
  const [text, setText] = useState("");
  const micros = readDollars(text);
  const isBackwards = from !== "" && to !== "" && to < from;
  const { submit, pending, problem, fieldErrors } = useSubmit(async () => {
    if (micros === undefined) return;
    await api.setBill({ workspaceId, providerId, from, to, micros });
    onClose();
  });
  return (
    <FormDialog
      title={t("enter")}
      description={t("dialogHint")}
      action={t("save")}
      disabled={micros === undefined || from === "" || to === "" || isBackwards}
      pending={pending}
      problem={problem}
      onSubmit={(event) => void submit(event)}
      onClose={onClose}
    >
      <Select
        label={t("provider")}
        options={providers.map(({ id, name, deletedAt }) => ({
          value: id as string,
          label: deletedAt === null ? name : t("deletedProvider", { name }),
        }))}
        value={providerId}
        onValueChange={setProviderId}
      />
      <div className="grid grid-cols-[repeat(auto-fit,minmax(10rem,1fr))] gap-3">
        <TextField
          label={t("from")}
          type="date"
          value={from}
          onValueChange={(next) => setTime({ from: next, to })}
          error={fieldErrors.from}
        />
        <TextField
          label={t("to")}
          type="date"
          value={to}
          onValueChange={(next) => setTime({ from, to: next })}
          error={fieldErrors.to ?? (isBackwards ? t("backwards") : undefined)}
        />
      </div>
      <DollarField
        label={t("amount")}
        hint={t("amountHint")}
        value={text}
        onValueChange={setText}
        error={fieldErrors.micros ?? (text !== "" && micros === undefined ? t("noAmount") : undefined)}
      />
    </FormDialog>
  );
}
