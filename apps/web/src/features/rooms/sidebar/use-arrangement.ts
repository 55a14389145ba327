import type { Replica } from "@althing/sdk";
import { useCallback } from "react";
import { useLocale } from "use-intl";
import { useReplica, useWorkspace } from "../../../connection/index.ts";
import { arrangeRooms, isSameArrangement, type Section } from "./arrange-rooms.ts";

/** How a replica's rooms are arranged, for whoever asks now and then. */
export function useArrange(): (replica: Replica) => Section[] {
  const { id: workspaceId } = useWorkspace();
  const locale = useLocale();
  return useCallback(
    ({ rooms, categories, accountId }: Replica) =>
      arrangeRooms({
        rooms,
        categories: categories[workspaceId] ?? [],
        myId: accountId ?? "",
        compareNames: collatorOf(locale).compare,
      }),
    [workspaceId, locale],
  );
}

export const useArrangement = (): readonly Section[] => useReplica(useArrange(), isSameArrangement);

const collators = new Map<string, Intl.Collator>();

function collatorOf(locale: string): Intl.Collator {
  const collator = collators.get(locale) ?? new Intl.Collator(locale, { numeric: true, sensitivity: "base" });
  collators.set(locale, collator);
  return collator;
}
