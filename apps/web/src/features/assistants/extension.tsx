import type { messages } from "@althing/contract";
import { Columns2, GitBranch, RotateCcw } from "lucide-react";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { useReplica } from "../../connection/index.ts";
import { later } from "../../parts/index.ts";
import { useMyId } from "../accounts/index.ts";
import { type MessageAction, provideMessageExtension } from "../messages/index.ts";
import { comparing, rewording } from "./chat/openers.ts";
import { useBranch } from "./chat/use-turns.ts";
import { AnswerFoot } from "./run/answer-foot.tsx";
import { RunRow } from "./run/run-row.tsx";
import { useRunVerbs } from "./run/use-run-verbs.ts";
import { useRunsAt } from "./run/use-runs.ts";

const UnseenPictures = later(() => import("./chat/unseen-pictures.tsx"), "UnseenPictures");
const ChatBeginning = later(() => import("./chat/chat-beginning.tsx"), "ChatBeginning");

const none: readonly MessageAction[] = [];

function useTails(roomId: string, parentId: string | undefined) {
  const runs = useRunsAt(roomId, parentId);
  return useMemo(() => runs.map(({ messageId, assistant }) => ({ id: messageId, authorId: assistant.id })), [runs]);
}

function useActions(message: messages.Message | undefined): readonly MessageAction[] {
  const t = useTranslations("assistants.actions");
  const verbs = useRunVerbs();
  const myId = useMyId();
  const run = useReplica(({ runs, runOfMessage }) => runs[runOfMessage[message?.id ?? ""] ?? ""]);
  const turn = useReplica(({ turns }) => turns[message?.roomId ?? ""]?.[message?.id ?? ""]);
  return useMemo(() => {
    if (!message || message.deletedAt !== null) return none;
    const offered: (MessageAction | undefined)[] = [
      run?.promptId
        ? { id: "ask_again", label: t("again"), icon: RotateCcw, group: "ask", run: () => void verbs.again(run) }
        : undefined,
      run?.promptId && turn
        ? { id: "compare", label: t("compare"), icon: Columns2, group: "ask", run: () => comparing.open({ run }) }
        : undefined,
      turn && message.author.id === myId
        ? {
            id: "reword",
            label: t("reword"),
            icon: GitBranch,
            group: "ask",
            run: () => rewording.open({ message, afterId: turn.parentId }),
          }
        : undefined,
    ];
    return offered.filter((action) => action !== undefined);
  }, [message, run, turn, myId, t, verbs]);
}

/** Answers are messages: what is theirs alone stands with the message, wherever it is shown. */
export const extendMessages = (): void =>
  provideMessageExtension({
    Foot: AnswerFoot,
    Beginning: ChatBeginning,
    FilesNotice: UnseenPictures,
    useTails,
    TailRow: RunRow,
    useShown: useBranch,
    useActions,
  });
