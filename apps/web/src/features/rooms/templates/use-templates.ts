import type { rooms } from "@althing/contract";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { useReplica, useWorkspace } from "../../../connection/index.ts";

const builtInKeys = ["project", "incident", "helpdesk", "team", "event"] as const;
export type BuiltInKey = (typeof builtInKeys)[number];

export const builtInKeyOf = ({ key }: rooms.RoomTemplate): BuiltInKey | undefined =>
  builtInKeys.find((one) => one === key);

/** What rooms can be made from: the built-in templates, then the workspace's own by name. Undefined until they are loaded. */
export function useTemplates() {
  const t = useTranslations("rooms.templates.builtIn");
  const { id, windows } = useWorkspace();
  const known = useReplica(({ roomTemplates }) => roomTemplates[id]);
  const [error, setError] = useState<unknown>();
  const load = useCallback(() => {
    setError(undefined);
    windows.openRoomTemplates(id).catch(setError);
  }, [windows, id]);
  const isUnknown = known === undefined;
  useEffect(() => {
    if (isUnknown) load();
  }, [isUnknown, load]);
  const templates = useMemo(() => {
    const translated = (known ?? []).map((template) => {
      const key = builtInKeyOf(template);
      return key ? { ...template, name: t(`${key}.name`), description: t(`${key}.description`) } : template;
    });
    const own = translated.filter(({ key }) => key === null);
    return [
      ...translated.filter(({ key }) => key !== null),
      ...own.sort((one, other) => one.name.localeCompare(other.name)),
    ];
  }, [known, t]);
  return { templates: isUnknown ? undefined : templates, error, load };
}
