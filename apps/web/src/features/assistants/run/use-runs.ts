import { assistants, type messages } from "@althing/contract";
import { useEffect, useMemo } from "react";
import { isShallowEqual, useReplica, useWorkspace } from "../../../connection/index.ts";

type Run = assistants.Run;

const open: ReadonlySet<assistants.RunState> = new Set([
  "queued",
  "running",
  "waiting_for_approval",
  "waiting_for_sign_in",
]);
export const isGoingOn = ({ state }: Pick<Run, "state">): boolean => open.has(state);

export const useRun = (runId: string): Run | undefined => useReplica(({ runs }) => runs[runId]);

/** The run behind an answer. Those of one look are asked for together. */
export function useRunBehind(message: messages.Message): Run | undefined {
  const { windows } = useWorkspace();
  const isAnswer = message.author.kind === "assistant";
  const run = useReplica(({ runs, runOfMessage }) => runs[runOfMessage[message.id] ?? ""]);
  const isUnknown = useReplica(({ runOfMessage }) => isAnswer && !(message.id in runOfMessage));
  useEffect(() => {
    if (isUnknown) windows.openRunBehind(message.roomId, message.id).catch(() => undefined);
  }, [isUnknown, windows, message.roomId, message.id]);
  return run;
}

/** What is being written in a room or thread, or failed there and was not looked at, the oldest first. */
export function useRunsAt(roomId: string, parentId: string | undefined): readonly Run[] {
  const { windows } = useWorkspace();
  const isUnknown = useReplica(({ runsIn }) => !runsIn[roomId]);
  useEffect(() => {
    if (isUnknown) windows.openRuns(roomId).catch(() => undefined);
  }, [windows, isUnknown, roomId]);
  const runs = useReplica(
    (replica) =>
      Object.values(replica.runs).filter(
        (run) =>
          run.roomId === roomId &&
          run.audience === "room" &&
          (run.parentId ?? undefined) === parentId &&
          (isGoingOn(run) || isUnanswered(run, replica.messages)),
      ),
    isShallowEqual,
  );
  return useMemo(() => runs.toSorted((one, other) => (one.createdAt < other.createdAt ? -1 : 1)), [runs]);
}

/** A failed or stopped run that left no message is shown for a while where its answer would be. */
const isUnanswered = (run: Run, held: Readonly<Record<string, messages.Message>>): boolean =>
  (run.state === "failed" || run.state === "stopped") &&
  held[run.messageId] === undefined &&
  Date.now() - Date.parse(run.endedAt ?? run.createdAt) < shownForMs;
const shownForMs = assistants.unansweredForMinutes * 60_000;
