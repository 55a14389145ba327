import type { accounts } from "@althing/contract";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { isShallowEqual, useReplica, useWorkspace } from "../../../connection/index.ts";
import { type Choice, MultiSelect } from "../../../ui/multi-select.tsx";
import { AccountAvatar, useMyId } from "../../accounts/index.ts";

type Props = {
  label: string;
  hint?: string;
  error?: string | undefined;
  selected: readonly Choice[];
  onSelectedChange: (selected: Choice[]) => void;
  /** Those who cannot be chosen, such as who is in the room already. */
  without?: ReadonlySet<string>;
  hideLabel?: boolean;
};

const nobody: ReadonlySet<string> = new Set();

/** Chooses people of the workspace. */
export function PeopleField({ without = nobody, ...field }: Props) {
  const t = useTranslations("rooms.people");
  const people = usePeople();
  const choices = useMemo(
    () => people.filter(({ id }) => !without.has(id)).map((person) => choiceOf(person)),
    [people, without],
  );
  return <MultiSelect {...field} choices={choices} placeholder={t("placeholder")} emptyText={t("nobody")} />;
}

const choiceOf = ({ id, name, handle }: accounts.AccountRef): Choice => ({
  id,
  label: name,
  hint: `@${handle}`,
  leading: <AccountAvatar accountId={id} size={20} name={name} />,
});

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
