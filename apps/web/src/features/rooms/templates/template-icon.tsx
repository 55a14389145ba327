import type { rooms } from "@althing/contract";
import { CalendarDays, LayoutTemplate, LifeBuoy, Siren, Target, UsersRound } from "lucide-react";
import { builtInKeyOf } from "./use-templates.ts";

const icons = { project: Target, incident: Siren, helpdesk: LifeBuoy, team: UsersRound, event: CalendarDays };

export function TemplateIcon({ template, size = 16 }: { template: rooms.RoomTemplate; size?: number }) {
  const key = builtInKeyOf(template);
  const Icon = key ? icons[key] : LayoutTemplate;
  return <Icon size={size} aria-hidden="true" className="shrink-0" />;
}
