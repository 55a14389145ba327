import type { rooms } from "@althing/contract";
import { useReplica, useWorkspace } from "../../connection/index.ts";

const none: readonly rooms.Category[] = [];

/** The sidebar's categories: the workspace's and one's own, in no order yet. */
export function useCategories(): readonly rooms.Category[] {
  const { id } = useWorkspace();
  return useReplica(({ categories }) => categories[id] ?? none);
}
