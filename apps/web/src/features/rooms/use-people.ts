import type { accounts } from "@althing/contract";
import { useMemo } from "react";
import { isShallowEqual, useReplica, useWorkspace } from "../../connection/index.ts";
import { useMyId } from "../accounts/index.ts";

/** Everyone of the workspace but yourself and those who only stand for a source, by name. */
export function usePeople(): readonly accounts.Profile[] {
  const { id } = useWorkspace();
  const myId = useMyId();
  const people = useReplica(
    ({ members, profiles }) => Object.keys(members[id] ?? {}).flatMap((accountId) => profiles[accountId] ?? []),
    isShallowEqual,
  );
  return useMemo(
    () =>
      people
        .filter(({ id, kind }) => id !== myId && kind !== "imported" && kind !== "system")
        .sort((one, other) => one.name.localeCompare(other.name)),
    [people, myId],
  );
}
