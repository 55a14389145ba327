import { useEffect, useMemo } from "react";
import { useReplica, useWorkspace } from "../../../connection/index.ts";
import { useAnswers } from "../chat/use-turns.ts";
import { useRunsAt } from "../run/use-runs.ts";

/** By the ids that their messages have or will have: the answers to a question, those that are being written last. */
export function useColumns(roomId: string, questionId: string): readonly string[] {
  const answers = useAnswers(roomId, questionId);
  const runs = useRunsAt(roomId, undefined);
  const held = useReplica(({ messages }) => messages);
  const columns = useMemo(() => {
    const there = answers.filter(
      (id) => held[id] && held[id].deletedAt === null && held[id].author.kind === "assistant",
    );
    const coming = runs.flatMap(({ promptId, messageId }) => (promptId === questionId ? [messageId as string] : []));
    return [...new Set([...there, ...coming])];
  }, [answers, runs, held, questionId]);
  useRunsBehind(roomId, columns);
  return columns;
}

/** Who gave the answers is told of all of them, also of those that are not on screen. */
function useRunsBehind(roomId: string, messageIds: readonly string[]): void {
  const workspace = useWorkspace();
  useEffect(() => {
    for (const id of messageIds) {
      if (!(id in workspace.state.runOfMessage)) workspace.windows.openRunBehind(roomId, id).catch(() => undefined);
    }
  }, [workspace, roomId, messageIds]);
}
