import type { tools } from "@althing/contract";
import { Trash2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { useClient } from "../../../connection/index.ts";
import { IconButton } from "../../../ui/icon-button.tsx";
import { Select } from "../../../ui/select.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { decisionLooks, decisions } from "./decisions.ts";

type Props = {
  policy: tools.ToolPolicy;
  /** What its tools are called; undefined for such as are gone. */
  name: string | undefined;
  mayManage: boolean;
  onChange: () => void;
};

export function PolicyLine({ policy, name, mayManage, onChange }: Props) {
  const t = useTranslations("tools.policies");
  const { tools: api } = useClient();
  const toast = useToast();
  const { id: policyId, workspaceId, roomId, assistantId, pattern, decision } = policy;
  const { icon: Icon, tone } = decisionLooks[decision];
  const set = (next: tools.ToolDecision) =>
    api.setToolPolicy({ workspaceId, roomId, assistantId, pattern, decision: next }).then(onChange, toast.showProblem);
  const remove = () => api.removeToolPolicy({ workspaceId, policyId }).then(onChange, toast.showProblem);
  return (
    <li className="flex items-center gap-3 px-4 py-2.5">
      <Icon aria-hidden="true" className={`size-4 shrink-0 ${tone}`} />
      <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2">
        {name && name !== pattern && <bdi className="font-medium text-sm">{name}</bdi>}
        <code dir="ltr" className="break-all text-ink-muted text-xs">
          {pattern}
        </code>
      </span>
      {mayManage ? (
        <>
          <Select
            label={t("decisionFor", { pattern })}
            hideLabel
            className="w-28 shrink-0"
            options={decisions.map((value) => ({ value, label: t(`decisions.${value}`), hint: t(`means.${value}`) }))}
            value={decision}
            onValueChange={(next) => void set(next)}
          />
          <IconButton size="small" icon={<Trash2 />} label={t("remove", { pattern })} onClick={() => void remove()} />
        </>
      ) : (
        <span className="text-sm">{t(`decisions.${decision}`)}</span>
      )}
    </li>
  );
}
