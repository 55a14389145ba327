import { RotateCcw } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { type Command, normalizeKeys, rank, useKeysOf } from "../../../../shell/index.ts";
import { Button } from "../../../../ui/button.tsx";
import { EmptyState } from "../../../../ui/empty-state.tsx";
import { IconButton } from "../../../../ui/icon-button.tsx";
import { SearchField } from "../../../../ui/search-field.tsx";
import { Section } from "../section.tsx";
import { usePreferences } from "../use-preferences.ts";
import { findConflicts } from "./find-conflicts.ts";
import { KeysRecorder } from "./keys-recorder.tsx";
import { useNotedCommands } from "./noted-commands.ts";

/** Every command with its keys, which one may change. */
export function ShortcutSettings() {
  const t = useTranslations("accounts.shortcuts");
  const { preferences, change } = usePreferences();
  const [query, setQuery] = useState("");
  const commands = useNotedCommands();
  const keysOf = useKeysOf();
  const own = preferences?.shortcuts ?? {};
  const titles = new Map(commands.map(({ id, title }) => [id, title]));
  const conflicts = findConflicts(
    commands.map((command) => {
      const keys = keysOf(command);
      return { id: command.id, keys: keys && normalizeKeys(keys), isOwn: command.id in own };
    }),
  );
  // Empty keys are taken out by the server: the command has those again that it came with.
  const reset = (ids: readonly string[]) => change({ shortcuts: Object.fromEntries(ids.map((id) => [id, ""])) });
  const found = rank(query, commands, ({ title, group, keywords }: Command) => [title, group, keywords]);
  const groups = Object.entries(Object.groupBy(found, ({ group }) => group));
  const hasOwn = Object.keys(own).length > 0;

  return (
    <>
      <div className="mb-6 flex flex-wrap items-center gap-3">
        <SearchField label={t("search")} value={query} onValueChange={setQuery} className="min-w-48 flex-1" />
        <Button disabled={!hasOwn} onClick={() => reset(Object.keys(own))}>
          {t("resetAll")}
        </Button>
      </div>
      {groups.length === 0 && <EmptyState title={t("nothing", { query })} />}
      {groups.map(([group, members = []]) => (
        <Section key={group} title={group}>
          <ul className="flex flex-col divide-y divide-line">
            {members.map((command) => {
              const { id, title } = command;
              const others = conflicts.get(id)?.map((other) => titles.get(other) ?? other) ?? [];
              return (
                <li key={id} className="flex min-h-10 items-center gap-2 py-1 text-sm">
                  <span className="min-w-0 flex-1">
                    {title}
                    {others.length > 0 && (
                      <span className="block text-warning text-xs">{t("conflict", { others: others.join(", ") })}</span>
                    )}
                  </span>
                  {id in own && (
                    <IconButton
                      size="small"
                      label={t("reset", { title })}
                      icon={<RotateCcw />}
                      onClick={() => reset([id])}
                    />
                  )}
                  <KeysRecorder
                    title={title}
                    keys={keysOf(command)}
                    onRecord={(keys) => change({ shortcuts: { [id]: keys } })}
                  />
                </li>
              );
            })}
          </ul>
        </Section>
      ))}
    </>
  );
}
