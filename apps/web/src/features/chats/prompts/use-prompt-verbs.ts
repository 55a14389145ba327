import type { chats } from "@althing/contract";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { useClient } from "../../../connection/index.ts";
import { useConfirm } from "../../../ui/confirm-dialog.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { useMyId } from "../../accounts/index.ts";
import { usePermission } from "../../workspaces/index.ts";

/** Whether one may change a prompt: it is one's own, or shared and one looks after those. The server asks again. */
export function useMayChange(): (prompt: chats.Prompt) => boolean {
  const myId = useMyId();
  const mayManage = usePermission("prompt.manage");
  return ({ owner, shared }) => owner.id === myId || (shared && mayManage);
}

export function usePromptVerbs() {
  const t = useTranslations("chats.prompts");
  const client = useClient();
  const confirm = useConfirm();
  const toast = useToast();
  const navigate = useNavigate();
  const { slug } = useParams({ from: "/w/$slug" });
  return useMemo(
    () => ({
      edit: ({ id }: chats.Prompt) =>
        void navigate({ to: "/w/$slug/assistants/prompts/$promptId", params: { slug, promptId: id } }),
      copy: ({ id }: chats.Prompt) =>
        void navigate({
          to: "/w/$slug/assistants/prompts/$promptId",
          params: { slug, promptId: "new" },
          search: { from: id },
        }),
      /** Tells whether it is gone. */
      remove: async ({ id: promptId, workspaceId, title }: chats.Prompt): Promise<boolean> => {
        const question = { title: t("deleteTitle", { title }), description: t("deleteHint"), action: t("delete") };
        if (!(await confirm({ ...question, danger: true }))) return false;
        return client.chats.deletePrompt({ workspaceId, promptId }).then(
          () => true,
          (problem: unknown) => {
            toast.showProblem(problem);
            return false;
          },
        );
      },
      share: async ({ id: promptId, workspaceId }: chats.Prompt, shared: boolean) => {
        try {
          await client.chats.updatePrompt({ workspaceId, promptId, shared });
          toast.show({ title: shared ? t("nowShared") : t("nowPrivate") });
        } catch (problem) {
          toast.showProblem(problem);
        }
      },
    }),
    [t, client, confirm, toast, navigate, slug],
  );
}
