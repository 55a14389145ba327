import type { assistants } from "@althing/contract";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useCallback } from "react";
import { useClient, useWorkspace } from "../../../connection/index.ts";
import { useToast } from "../../../ui/toast.tsx";

type Opening = { question?: string; temporary?: boolean };

/** Begins a conversation with an assistant and goes there; with a question it is asked at once. Gives its room. */
export function useOpenChat(): (
  assistant: Pick<assistants.Assistant, "id">,
  opening?: Opening,
) => Promise<string | undefined> {
  const client = useClient();
  const { id: workspaceId } = useWorkspace();
  const { slug } = useParams({ from: "/w/$slug" });
  const navigate = useNavigate();
  const toast = useToast();
  return useCallback(
    async ({ id: assistantId }, { question, temporary = false } = {}) => {
      try {
        const { id: roomId } = await client.assistants.openChat({ workspaceId, assistantId, temporary });
        if (question) await client.messages.sendMessage({ roomId, body: question });
        await navigate({ to: "/w/$slug/r/$roomId", params: { slug, roomId } });
        return roomId;
      } catch (problem) {
        toast.showProblem(problem);
        return undefined;
      }
    },
    [client, workspaceId, slug, navigate, toast],
  );
}
