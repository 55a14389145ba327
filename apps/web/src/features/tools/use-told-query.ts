import { keepPreviousData, type UseQueryResult, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";

/** What no replica holds, asked for once more whenever `told` changes, which events do. */
export function useToldQuery<Value>(
  key: readonly unknown[],
  told: unknown,
  ask: () => Promise<Value>,
): UseQueryResult<Value> {
  const query = useQuery({ queryKey: key, queryFn: ask, staleTime: 0, placeholderData: keepPreviousData });
  const { refetch } = query;
  useEffect(() => {
    if (told) void refetch();
  }, [told, refetch]);
  return query;
}
