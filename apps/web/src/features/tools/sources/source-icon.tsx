import type { tools } from "@althing/contract";
import { Globe, Plug } from "lucide-react";
import { Mark } from "../../../ui/logo.tsx";

/** What kind of source it is, at a glance. */
export function SourceIcon({ kind }: Pick<tools.ToolSource, "kind">) {
  if (kind === "builtin") return <Mark size={36} />;
  return (
    <span
      aria-hidden="true"
      className="grid size-9 shrink-0 place-items-center rounded-md bg-active text-ink-muted [&>svg]:size-5"
    >
      {kind === "mcp" ? <Plug /> : <Globe />}
    </span>
  );
}
