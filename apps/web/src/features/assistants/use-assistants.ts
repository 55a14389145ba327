import type { assistants, rooms } from "@althing/contract";
import { useMemo } from "react";
import { useReplica, useWorkspace } from "../../connection/index.ts";

const none: Readonly<Record<string, assistants.Assistant>> = {};

/** The assistants one may ask: the built-in one first, then by name. */
export function useAssistants(): readonly assistants.Assistant[] {
  const { id } = useWorkspace();
  const known = useReplica((replica) => replica.assistants[id] ?? none);
  return useMemo(
    () =>
      Object.values(known)
        .filter(({ archivedAt }) => archivedAt === null)
        .sort((one, other) => Number(other.builtIn) - Number(one.builtIn) || one.name.localeCompare(other.name)),
    [known],
  );
}

/** Whom one asks in a conversation; undefined in other rooms. */
export function useAssistantIn(room: Pick<rooms.Room, "people"> | undefined): assistants.Assistant | undefined {
  const { id } = useWorkspace();
  return useReplica((replica) => room?.people.map((person) => replica.assistants[id]?.[person.id]).find(Boolean));
}

/** Whether one would rather see nothing of assistants. */
export const useHidesAssistants = (): boolean =>
  useReplica(({ preferences }) => preferences?.assistants.hidden ?? false);
