import { models } from "@althing/contract";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useClient, useRefreshOn, useWorkspace } from "../../../connection/index.ts";

const billsKey = ["models.list_bills"];
const billEvents = [models.BillSet, models.BillDeleted];
const providersKey = ["models.list_billed_providers"];
const providerEvents = [models.ProviderChanged, models.ProviderDeleted];
const atOnce = 12;

export function useBills() {
  const client = useClient();
  const { id: workspaceId } = useWorkspace();
  useRefreshOn(billEvents, billsKey);
  return useInfiniteQuery({
    queryKey: [...billsKey, workspaceId],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      client.page(models.listBills, { workspaceId, limit: atOnce, ...(pageParam && { cursor: pageParam }) }),
    getNextPageParam: ({ next }) => next ?? undefined,
    staleTime: 0,
  });
}

/** Whose bills can be entered: bills come after the month, so of those that are gone, too. */
export function useBilledProviders(): readonly models.BilledProvider[] {
  const client = useClient();
  const { id: workspaceId } = useWorkspace();
  useRefreshOn(providerEvents, providersKey);
  const { data = [] } = useQuery({
    queryKey: [...providersKey, workspaceId],
    queryFn: () => client.models.listBilledProviders({ workspaceId }),
    staleTime: 0,
  });
  return data;
}
