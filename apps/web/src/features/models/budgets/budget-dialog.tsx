import type { models } from "@althing/contract";
import { listedRooms } from "@althing/sdk";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { isShallowEqual, useClient, useReplica, useWorkspace } from "../../../connection/index.ts";
import { DollarField } from "../../../ui/dollar-field.tsx";
import { FormDialog } from "../../../ui/form-dialog.tsx";
import { Select } from "../../../ui/select.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { readDollars, writeDollars } from "../use-dollars.ts";
import { useSubjectName } from "./use-subject-name.ts";

type Props = { own: boolean; budget: models.Budget | undefined; onClose: () => void };

const scopes = ["workspace", "member", "assistant", "room"] as const;
type Scope = (typeof scopes)[number];
const periods = ["day", "week", "month"] as const;
const each = "each";

export function BudgetDialog({ own, budget, onClose }: Props) {
  const t = useTranslations("models.budgets");
  const { models: api } = useClient();
  const nameOf = useSubjectName();
  const { id: workspaceId } = useWorkspace();
  const [scope, setScope] = useState<Scope>("workspace");
  const [subject, setSubject] = useState(each);
  const [period, setPeriod] = useState<models.BudgetPeriod>(budget?.period ?? "month");
  const [text, setText] = useState(budget ? writeDollars(budget.limitMicros) : "");
  const limitMicros = readDollars(text);
  const subjects = useSubjects(scope);

  const { submit, pending, problem, fieldErrors } = useSubmit(async () => {
    if (limitMicros === undefined) return;
    const amount = { workspaceId, period, limitMicros };
    const whose =
      budget && budget.scope !== "own"
        ? { scope: budget.scope, subjectId: budget.subjectId }
        : { scope, subjectId: subject === each ? null : subject };
    await (own ? api.setOwnBudget(amount) : api.setBudget({ ...amount, ...whose }));
    onClose();
  });

  return (
    <FormDialog
      title={budget ? nameOf(budget) : t("set")}
      description={t("dialogHint")}
      action={t("save")}
      disabled={limitMicros === undefined}
      pending={pending}
      problem={problem}
      onSubmit={(event) => void submit(event)}
      onClose={onClose}
    >
      {!own && !budget && (
        <>
          <Select
            label={t("scope")}
            options={scopes.map((value) => ({ value, label: t(`scopes.${value}`) }))}
            value={scope}
            onValueChange={(next) => {
              setScope(next);
              setSubject(each);
            }}
          />
          {scope !== "workspace" && (
            <Select
              label={t("subject")}
              options={[{ value: each, label: t(`each.${scope}`) }, ...subjects]}
              value={subject}
              onValueChange={setSubject}
            />
          )}
        </>
      )}
      {!budget && (
        <Select
          label={t("period")}
          options={periods.map((value) => ({ value, label: t(`periods.${value}`) }))}
          value={period}
          onValueChange={setPeriod}
        />
      )}
      <DollarField
        label={t("amount")}
        hint={t("amountHint")}
        value={text}
        onValueChange={setText}
        error={fieldErrors.limitMicros ?? (text !== "" && limitMicros === undefined ? t("noAmount") : undefined)}
      />
    </FormDialog>
  );
}

/** Whom a budget may be for; assistants are people of their own kind. */
function useSubjects(scope: Scope): { value: string; label: string }[] {
  const { id } = useWorkspace();
  const members = useReplica((replica) => replica.members[id]) ?? {};
  const profiles = useReplica((replica) => replica.profiles);
  const rooms = useReplica(listedRooms, isShallowEqual);
  const named =
    scope === "room"
      ? rooms.flatMap((room) => (room.name ? [{ value: room.id, label: `#${room.name}` }] : []))
      : Object.keys(members).flatMap((accountId) => {
          const profile = profiles[accountId];
          const isWanted = profile && (profile.kind === "assistant") === (scope === "assistant");
          return isWanted ? [{ value: accountId, label: profile.name }] : [];
        });
  return named.sort((one, other) => one.label.localeCompare(other.label));
}
