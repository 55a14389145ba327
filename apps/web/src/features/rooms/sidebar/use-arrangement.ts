import type { Replica } from "@althing/sdk";
import { useCallback, useMemo } from "react";
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

export function useArrangement(): readonly Section[] {
  const arrange = useArrange();
  return useReplica(
    useMemo(() => unlessSame(arrange), [arrange]),
    isSameArrangement,
  );
}

/** Hundreds of rooms are not sorted anew for what changes none, such as someone who writes. */
function unlessSame(arrange: (replica: Replica) => Section[]): typeof arrange {
  let last: { given: Replica; made: Section[] } | undefined;
  return (given) => {
    const isSame =
      last?.given.rooms === given.rooms &&
      last.given.categories === given.categories &&
      last.given.accountId === given.accountId;
    last = last && isSame ? last : { given, made: arrange(given) };
    return last.made;
  };
}

const collators = new Map<string, Intl.Collator>();

function collatorOf(locale: string): Intl.Collator {
  const collator = collators.get(locale) ?? new Intl.Collator(locale, { numeric: true, sensitivity: "base" });
  collators.set(locale, collator);
  return collator;
}
