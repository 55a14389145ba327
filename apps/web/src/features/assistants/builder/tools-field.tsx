import type { tools } from "@althing/contract";
import { Link, useParams } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { useClient, useWorkspace } from "../../../connection/index.ts";
import { type Choice, MultiSelect } from "../../../ui/multi-select.tsx";
import { TextLink } from "../../../ui/text-link.tsx";
import { usePermission } from "../../workspaces/index.ts";
import type { Settings } from "./settings.ts";

type Props = { settings: Settings; onChange: (part: Partial<Settings>) => void; error: string | undefined };

/** Which tools an assistant is given: single ones, or all of a source. */
export function ToolsField({ settings, onChange, error }: Props) {
  const t = useTranslations("assistants.builder");
  const choices = useToolChoices();
  return (
    <MultiSelect
      label={t("tools")}
      hint={
        <>
          {t("toolsHint")} <ManageLink />
        </>
      }
      placeholder={t("noTools")}
      choices={choices}
      selected={settings.tools.map((id) => choices.find((choice) => choice.id === id) ?? { id, label: id })}
      onSelectedChange={(selected) => onChange({ tools: selected.map(({ id }) => id) })}
      error={error}
    />
  );
}

/** Where more tools come from, for who may connect them. */
function ManageLink() {
  const t = useTranslations("assistants.builder");
  const { slug } = useParams({ from: "/w/$slug" });
  if (!usePermission("tool.manage")) return null;
  return (
    <TextLink render={<Link to="/w/$slug/settings/$page" params={{ slug, page: "tools" }} />}>
      {t("manageTools")}
    </TextLink>
  );
}

function useToolChoices(): readonly Choice[] {
  const t = useTranslations("assistants.builder");
  const client = useClient();
  const { id: workspaceId } = useWorkspace();
  const [known, setKnown] = useState<{ sources: readonly tools.ToolSource[]; tools: readonly tools.Tool[] }>();
  useEffect(() => {
    Promise.all([client.tools.listToolSources({ workspaceId }), client.tools.listTools({ workspaceId })]).then(
      ([sources, all]) => setKnown({ sources, tools: all }),
      () => undefined,
    );
  }, [client, workspaceId]);
  return [
    ...(known?.sources ?? []).map(({ slug, title }) => ({ id: `${slug}__*`, label: t("allOf", { source: title }) })),
    ...(known?.tools ?? []).map(({ name, wording }) => ({
      id: name,
      label: wording.title ?? name,
      hint: wording.title ? name : undefined,
    })),
  ].map(({ hint, ...choice }: Choice) => (hint ? { ...choice, hint } : choice));
}
