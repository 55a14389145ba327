import type { rooms } from "@althing/contract";
import { useTranslations } from "use-intl";
import { isShallowEqual, useReplica } from "../../../connection/index.ts";
import { type Choice, MultiSelect } from "../../../ui/multi-select.tsx";
import { Select } from "../../../ui/select.tsx";
import type { Settings } from "./settings.ts";

type Props = { settings: Settings; onChange: (part: Partial<Settings>) => void; error: string | undefined };

/** What an assistant may look things up in; never more than every reader of its answer may see. */
export function KnowledgeField({ settings: { knowledge }, onChange, error }: Props) {
  const t = useTranslations("assistants.builder");
  const channels = useReplica(
    (replica) => Object.values(replica.rooms).filter(({ kind, name }) => kind === "channel" && name !== null),
    isShallowEqual,
  );
  const choices = channels.map(choiceOf);
  return (
    <>
      <Select
        label={t("knowledge")}
        hint={t("knowledgeHint")}
        options={(["readable", "chosen", "conversation"] as const).map((reach) => ({
          value: reach,
          label: t(`reach.${reach}`),
        }))}
        value={knowledge.reach}
        onValueChange={(reach) => onChange({ knowledge: { ...knowledge, reach } })}
        error={error}
      />
      {knowledge.reach === "chosen" && (
        <MultiSelect
          label={t("rooms")}
          choices={choices}
          selected={knowledge.roomIds.flatMap((id) => choices.find((choice) => choice.id === id) ?? [])}
          onSelectedChange={(selected) =>
            onChange({ knowledge: { ...knowledge, roomIds: selected.map(({ id }) => id as rooms.RoomId) } })
          }
        />
      )}
    </>
  );
}

const choiceOf = ({ id, name }: rooms.MyRoom): Choice => ({ id, label: `#${name}` });
