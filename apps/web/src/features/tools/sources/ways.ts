import { FileJson, type LucideIcon, PenLine, Plug, Terminal } from "lucide-react";

/** How a source is connected: by what is said of it. */
export const ways = ["mcp", "openapi", "operations", "operator"] as const;
export type Way = (typeof ways)[number];

export const wayIcons: Readonly<Record<Way, LucideIcon>> = {
  mcp: Plug,
  openapi: FileJson,
  operations: PenLine,
  operator: Terminal,
};
