import type { tools } from "@althing/contract";
import { listedRooms } from "@althing/sdk";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { isShallowEqual, useClient, useReplica, useWorkspace } from "../../../connection/index.ts";
import { FormDialog } from "../../../ui/form-dialog.tsx";
import { type Choice, MultiSelect } from "../../../ui/multi-select.tsx";
import { RadioGroup } from "../../../ui/radio-group.tsx";
import { type Option, Select } from "../../../ui/select.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { decisions } from "./decisions.ts";

const scopes = ["workspace", "room", "assistant"] as const;
type Scope = (typeof scopes)[number];

type Props = { choices: readonly Choice[]; onClose: () => void };

/** Says something of one tool or several, for the workspace, a room or an assistant. */
export function PolicyDialog({ choices, onClose }: Props) {
  const t = useTranslations("tools.policies");
  const { tools: api } = useClient();
  const { id: workspaceId } = useWorkspace();
  const [scope, setScope] = useState<Scope>("workspace");
  const [subject, setSubject] = useState<string | null>(null);
  const [patterns, setPatterns] = useState<readonly Choice[]>([]);
  const [decision, setDecision] = useState<tools.ToolDecision>("ask");
  const subjects = useSubjects(scope);
  const { submit, pending, problem, fieldErrors } = useSubmit(async () => {
    const whose = scope === "room" ? { roomId: subject } : scope === "assistant" ? { assistantId: subject } : {};
    // What was set before one of them failed is set once more with the next try.
    for (const { id: pattern } of patterns) await api.setToolPolicy({ workspaceId, ...whose, pattern, decision });
    onClose();
  });
  return (
    <FormDialog
      title={t("add")}
      description={t("strictest")}
      action={t("save")}
      disabled={patterns.length === 0 || (scope !== "workspace" && subject === null)}
      pending={pending}
      problem={problem}
      onSubmit={(event) => void submit(event)}
      onClose={onClose}
    >
      <MultiSelect
        label={t("tools")}
        placeholder={t("choose")}
        choices={choices}
        selected={patterns}
        onSelectedChange={setPatterns}
        error={fieldErrors.pattern}
      />
      <RadioGroup
        label={t("decision")}
        options={decisions.map((value) => ({ value, label: t(`decisions.${value}`), hint: t(`means.${value}`) }))}
        value={decision}
        onValueChange={setDecision}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label={t("scope")}
          options={scopes.map((value) => ({ value, label: t(`scopes.${value}`) }))}
          value={scope}
          onValueChange={(next) => {
            setScope(next);
            setSubject(null);
          }}
        />
        {scope !== "workspace" && (
          <Select
            label={t("subject")}
            placeholder={t("choose")}
            options={subjects}
            value={subject}
            onValueChange={setSubject}
          />
        )}
      </div>
    </FormDialog>
  );
}

/** For what a policy may be: the channels that one sees, and the assistants of the workspace. */
function useSubjects(scope: Scope): Option<string>[] {
  const { id } = useWorkspace();
  const rooms = useReplica(listedRooms, isShallowEqual);
  const assistants = useReplica((replica) => replica.assistants[id]) ?? {};
  const named =
    scope === "room"
      ? rooms.flatMap(({ id: value, name, workspaceId }) =>
          name && workspaceId === id ? [{ value, label: `#${name}` }] : [],
        )
      : Object.values(assistants).flatMap(({ id: value, name, archivedAt }) =>
          archivedAt === null ? [{ value, label: name }] : [],
        );
  return named.sort((one, other) => one.label.localeCompare(other.label));
}
