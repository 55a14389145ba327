import { admin } from "@althing/contract";
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useClient } from "../../../connection/index.ts";

/** Jobs tell nobody that they begin or end, so one looks again while looking. An unchanged answer costs few bytes. */
const lookAgainMs = 2_500;
const key = "admin.jobs";
const fresh = { staleTime: 0, refetchInterval: lookAgainMs };

export function useJobs() {
  const { admin: api } = useClient();
  return useQuery({ queryKey: [key], queryFn: () => api.getJobs(), ...fresh });
}

export function useDeadJobs() {
  const client = useClient();
  return useInfiniteQuery({
    queryKey: [key, "dead"],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => client.page(admin.listDeadJobs, { cursor: pageParam, limit: 20 }),
    getNextPageParam: ({ next }) => next ?? undefined,
    ...fresh,
  });
}

/** Looks again at once: after one has done something. */
export function useLookAgain(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: [key] });
}
