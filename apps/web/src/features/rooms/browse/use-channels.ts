import { rooms } from "@althing/contract";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useClient, useWorkspace } from "../../../connection/index.ts";

const pageLimit = 40;

/** Public channels, the liveliest first, a page at a time: most of them are not in the replica. */
export function useChannels(query: string) {
  const client = useClient();
  const { id: workspaceId } = useWorkspace();
  return useInfiniteQuery({
    queryKey: ["rooms.discover", workspaceId, query],
    queryFn: ({ pageParam, signal }) =>
      client.page(
        rooms.discoverRooms,
        { workspaceId, limit: pageLimit, ...(query && { query }), ...(pageParam && { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    // Each visit asks anew: others make and join channels.
    staleTime: 0,
  });
}

export type Channel = NonNullable<ReturnType<typeof useChannels>["data"]>["pages"][number]["items"][number];
