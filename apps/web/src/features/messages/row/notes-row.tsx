import type { messages } from "@althing/contract";
import { memo } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { isShallowEqual, useReplica } from "../../../connection/index.ts";
import { isolate } from "../../../ui/isolate.ts";
import { Timestamp } from "../../../ui/timestamp.tsx";

type Props = { ids: readonly string[]; isActive: boolean };

/** What the room itself tells: who came and went, what was renamed. Comings and goings in a row share a line. */
export const NotesRow = memo(
  function NotesRow({ ids, isActive }: Props) {
    const t = useTranslations("messages.notes");
    const notes = useReplica(({ messages }) => ids.flatMap((id) => messages[id] ?? []), isShallowEqual);
    const sentence = useSentence(notes);
    const [first] = notes;
    if (!first) return null;
    return (
      <article
        aria-label={t("label", { text: sentence })}
        data-message-id={first.id}
        tabIndex={isActive ? 0 : -1}
        className="flex items-baseline gap-3 px-4 py-1 text-ink-faint text-xs focus-visible:-outline-offset-2 md:px-5"
      >
        <span aria-hidden="true" className="w-9 shrink-0 text-center">
          ·
        </span>
        <p className="min-w-0 wrap-anywhere">
          {sentence} <Timestamp at={first.createdAt} className="ms-1" />
        </p>
      </article>
    );
  },
  (before, after) => before.isActive === after.isActive && before.ids.join() === after.ids.join(),
);

const namedCount = 3;

/** History from elsewhere tells so of people's new names; here only rooms are renamed, in these words of the server. */
const isOfPerson = ({ system, body }: messages.Message): boolean =>
  system?.kind === "renamed" && !body.startsWith("renamed the room");

function useSentence(notes: readonly messages.Message[]): string {
  const t = useTranslations("messages.notes");
  const format = useFormatter();
  const { profiles, me } = useReplica(({ profiles, me }) => ({ profiles, me }), isShallowEqual);
  const nameOf = ({ author, system }: messages.Message): string => {
    const id = system?.accountId;
    if (!id || id === author.id) return isolate(author.name);
    return isolate((me?.id === id ? me.name : profiles[id]?.name) ?? t("someone"));
  };
  const [only] = notes;
  if (only && notes.length === 1) {
    const { kind = "renamed", text } = only.system ?? {};
    const happening = isOfPerson(only) ? "renamedPerson" : kind;
    return t(happening, { author: isolate(only.author.name), name: nameOf(only), text: isolate(text ?? "") });
  }
  const parts = (["joined", "added", "left"] as const).flatMap((kind) => {
    const names = [...new Set(notes.filter(({ system }) => system?.kind === kind).map(nameOf))];
    if (names.length === 0) return [];
    const more = names.length - namedCount;
    const shown = more > 1 ? [...names.slice(0, namedCount), t("others", { count: more })] : names;
    return t(kind === "left" ? "allLeft" : "allJoined", { names: format.list(shown), count: names.length });
  });
  return parts.join(" · ");
}
