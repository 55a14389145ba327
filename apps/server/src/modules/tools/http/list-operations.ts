import { isBearable } from "../definitions/checkable.ts";
import type { Findings } from "../sources/findings.ts";
import type { Operation } from "../tables.ts";

/** They were described when the source was connected, so there is nothing to ask. */
export function listOperations(operations: readonly Operation[]): Findings {
  const bearable = operations.filter(({ parameters }) => isBearable(parameters));
  return {
    tools: bearable.map(({ name, title, description, method, parameters }) => ({
      localName: name,
      wording: {
        title,
        description,
        inputSchema: parameters,
        hints: { readOnly: method === "GET", ...(method === "DELETE" && { destructive: true }) },
      },
    })),
    leftOut: operations.length - bearable.length,
    era: null,
  };
}
