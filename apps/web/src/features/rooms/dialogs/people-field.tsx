import type { accounts } from "@althing/contract";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { type Choice, MultiSelect } from "../../../ui/multi-select.tsx";
import { AccountAvatar } from "../../accounts/index.ts";
import { usePeople } from "../use-people.ts";

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

/** A person as one of the field's choices. */
export const choiceOf = ({ id, name, handle }: accounts.AccountRef): Choice => ({
  id,
  label: name,
  hint: `@${handle}`,
  leading: <AccountAvatar accountId={id} size={20} name={name} />,
});
