import { models } from "@althing/contract";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useClient, useWorkspace } from "../../../connection/index.ts";

const key = "models.list_bills";
const atOnce = 12;

export function useBills() {
  const client = useClient();
  const { id: workspaceId } = useWorkspace();
  return useInfiniteQuery({
    queryKey: [key, workspaceId],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      client.page(models.listBills, { workspaceId, limit: atOnce, ...(pageParam && { cursor: pageParam }) }),
    getNextPageParam: ({ next }) => next ?? undefined,
    staleTime: 0,
  });
}

/** Looks again: after one has entered or deleted a bill. */
export function useBillsAgain(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: [key] });
}
