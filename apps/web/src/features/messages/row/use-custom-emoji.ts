import type { workspaces } from "@althing/contract";
import { useMemo } from "react";
import { useReplica, useWorkspace } from "../../../connection/index.ts";

const none: readonly workspaces.CustomEmoji[] = [];

/** The pictures of the workspace's own emoji, by `:name:`. */
export function useCustomEmoji(): ReadonlyMap<string, string> {
  const { id } = useWorkspace();
  const list = useReplica(({ emoji }) => emoji[id] ?? none);
  return useMemo(() => new Map(list.map(({ name, url }) => [`:${name}:`, url])), [list]);
}
