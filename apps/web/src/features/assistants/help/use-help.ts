import type { assistants } from "@althing/contract";
import { useMemo } from "react";
import { useClient } from "../../../connection/index.ts";
import { useLanguage } from "../../../i18n/index.ts";
import { usePanel } from "../../../shell/index.ts";
import { useToast } from "../../../ui/toast.tsx";

export type HelpPurpose = Exclude<assistants.RunPurpose, "answer">;
type Asked = { roomId: string; parentId?: string | undefined; promptId?: string; question?: string };

/** Asks the workspace's assistant for help with a room or thread. What it writes is for oneself, beside the room. */
export function useHelp() {
  const client = useClient();
  const panel = usePanel();
  const toast = useToast();
  const language = useLanguage();
  return useMemo(() => {
    return async (purpose: HelpPurpose, { roomId, parentId, promptId, question }: Asked): Promise<void> => {
      const about = { ...(parentId && { parentId }), ...(promptId && { promptId }), ...(question && { question }) };
      try {
        const run = await client.assistants.ask({ roomId, purpose, language, ...about });
        panel.show("help", `${roomId}/${run.id}`);
      } catch (problem) {
        toast.showProblem(problem);
      }
    };
  }, [client, panel, toast, language]);
}
