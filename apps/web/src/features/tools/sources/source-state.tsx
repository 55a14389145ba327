import type { tools } from "@althing/contract";
import { useTranslations } from "use-intl";
import { Tag } from "../../../ui/tag.tsx";

const tones = {
  unknown: "neutral",
  well: "success",
  failing: "danger",
  resting: "warning",
  needs_sign_in: "warning",
} as const satisfies Readonly<Record<tools.SourceHealth["state"], string>>;

/** How a source is, in a word; Althing's own is never otherwise. */
export function SourceState({ source: { kind, enabled, health } }: { source: tools.ToolSource }) {
  const t = useTranslations("tools.health");
  if (kind === "builtin") return <Tag>{t("builtin")}</Tag>;
  if (!enabled) return <Tag>{t("off")}</Tag>;
  return <Tag tone={tones[health.state]}>{t(health.state)}</Tag>;
}
