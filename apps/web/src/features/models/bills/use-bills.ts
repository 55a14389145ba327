import { models } from "@althing/contract";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useClient, useRefreshOn, useWorkspace } from "../../../connection/index.ts";

const billEvents = [models.BillSet, models.BillDeleted];
const providerEvents = [models.ProviderChanged, models.ProviderDeleted];
const atOnce = 12;

export function useBills() {
  const client = useClient();
  const { id: workspaceId } = useWorkspace();
  const bills = useInfiniteQuery({
    queryKey: ["models.list_bills", workspaceId],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      client.page(models.listBills, { workspaceId, limit: atOnce, ...(pageParam && { cursor: pageParam }) }),
    getNextPageParam: ({ next }) => next ?? undefined,
    staleTime: 0,
  });
  useRefreshOn(billEvents, bills.refetch);
  return bills;
}

/** Whose bills can be entered: bills come after the month, so of those that are gone, too. */
export function useBilledProviders(): readonly models.BilledProvider[] | undefined {
  const client = useClient();
  const { id: workspaceId } = useWorkspace();
  const { data, refetch } = useQuery({
    queryKey: ["models.list_billed_providers", workspaceId],
    queryFn: () => client.models.listBilledProviders({ workspaceId }),
    staleTime: 0,
  });
  useRefreshOn(providerEvents, refetch);
  return data;
}
