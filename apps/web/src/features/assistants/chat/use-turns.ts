// The tree of a conversation with an assistant, and the branch of it that one sees.
import type { assistants } from "@althing/contract";
import { useEffect, useMemo } from "react";
import { useReplica, useWorkspace } from "../../../connection/index.ts";
import { useRoom } from "../../rooms/index.ts";
import { answersTo, branchTo, siblingsOf } from "./tree.ts";

type Turns = Readonly<Record<string, assistants.Turn>>;
const none: Turns = {};

function useTurns(roomId: string): { turns: Turns; place: string | null } {
  const { windows } = useWorkspace();
  const isChat = useRoom(roomId)?.kind === "assistant";
  const isUnknown = useReplica((replica) => isChat && !(roomId in replica.turns));
  useEffect(() => {
    if (isUnknown) windows.openTurns(roomId).catch(() => undefined);
  }, [isUnknown, windows, roomId]);
  const turns = useReplica((replica) => replica.turns[roomId] ?? none);
  const place = useReplica((replica) => replica.places[roomId] ?? null);
  return { turns, place };
}

/** The messages of one's branch; undefined where a room has no branches. */
export function useBranch(roomId: string): ReadonlySet<string> | undefined {
  const { turns, place } = useTurns(roomId);
  return useMemo(() => branchTo(turns, place), [turns, place]);
}

/** Whether a conversation has more than one branch. */
export const useIsBranched = (roomId: string): boolean => useBranch(roomId) !== undefined;

/** A message and those that stand in its stead on other branches, the oldest first. */
export function useSiblings(roomId: string, messageId: string): readonly string[] {
  const { turns } = useTurns(roomId);
  return useMemo(() => siblingsOf(turns, messageId), [turns, messageId]);
}

/** What was answered to a question, on whatever branch, the oldest first. */
export function useAnswers(roomId: string, questionId: string): readonly string[] {
  const { turns } = useTurns(roomId);
  return useMemo(() => answersTo(turns, questionId), [turns, questionId]);
}
