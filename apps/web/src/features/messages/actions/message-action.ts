import type { LucideIcon } from "lucide-react";

export type MessageAction = {
  /** The verb, as in the command `messages.<id>`. */
  id: string;
  label: string;
  icon: LucideIcon;
  keys?: string;
  danger?: boolean;
  /** Actions of one group stand together. */
  group: "ask" | "answer" | "thread" | "copy" | "change";
  run(): void;
};
