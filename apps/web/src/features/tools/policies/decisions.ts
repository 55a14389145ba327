import type { tools } from "@althing/contract";
import { Ban, CircleCheck, type LucideIcon, ShieldQuestion } from "lucide-react";

/** The strictest first, as they count. */
export const decisions = ["deny", "ask", "allow"] as const satisfies readonly tools.ToolDecision[];

export const decisionLooks: Readonly<Record<tools.ToolDecision, { icon: LucideIcon; tone: string }>> = {
  deny: { icon: Ban, tone: "text-danger" },
  ask: { icon: ShieldQuestion, tone: "text-warning" },
  allow: { icon: CircleCheck, tone: "text-success" },
};
