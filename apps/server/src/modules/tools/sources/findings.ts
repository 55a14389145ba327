import type { tools } from "@althing/contract";

export type FoundTool = { readonly localName: string; readonly wording: tools.ToolWording };

/** What a look at a source brought. */
export type Findings = {
  readonly tools: readonly FoundTool[];
  /** Tools that are too many, too large, or named as no tool may be. */
  readonly leftOut: number;
  readonly era: string | null;
};
