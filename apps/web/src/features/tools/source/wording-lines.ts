import type { tools } from "@althing/contract";

/** All words of a definition, so that none can change unseen. */
export const wordingLines = ({ title, description, hints, inputSchema }: tools.ToolWording): string[] => [
  ...(title === null ? [] : [title]),
  ...description.split("\n"),
  ...Object.entries(hints).map(([name, value]) => `${name}: ${value}`),
  ...JSON.stringify(inputSchema, null, 2).split("\n"),
];
