import { chats } from "@althing/contract";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { useClient, useRefreshOn, useWorkspace } from "../../../connection/index.ts";
import { useConfirm } from "../../../ui/confirm-dialog.tsx";
import { useToast } from "../../../ui/toast.tsx";

const queryKey = ["chats.list_shares"];
const events = [chats.ChatShared, chats.ShareRevoked];

/** The links that one made and that still work, the newest first. */
export function useShares() {
  const client = useClient();
  const { id: workspaceId } = useWorkspace();
  const shares = useQuery({
    queryKey: [...queryKey, workspaceId],
    queryFn: () => client.chats.listShares({ workspaceId }),
    staleTime: 0,
  });
  useRefreshOn(events, shares.refetch);
  return shares;
}

export function useRevoking(): (share: chats.Share) => Promise<void> {
  const t = useTranslations("chats.share");
  const client = useClient();
  const confirm = useConfirm();
  const toast = useToast();
  const queries = useQueryClient();
  return async ({ id: shareId, workspaceId }) => {
    const question = { title: t("revokeTitle"), description: t("revokeHint"), action: t("revoke"), danger: true };
    if (!(await confirm(question))) return;
    await client.chats.revokeShare({ workspaceId, shareId }).catch(toast.showProblem);
    await queries.invalidateQueries({ queryKey });
  };
}
