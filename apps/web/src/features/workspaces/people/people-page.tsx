import { UserPlus, Users } from "lucide-react";
import { useDeferredValue, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { useReplica, useWorkspace } from "../../../connection/index.ts";
import { Page, rank, usePanel } from "../../../shell/index.ts";
import { Button } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { SearchField } from "../../../ui/search-field.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { AccountAvatar, StatusEmoji, useRoleTitle } from "../../accounts/index.ts";
import { useInvite } from "../invite/use-invite.ts";
import { usePermission } from "../use-permission.ts";

/** At most this many are drawn; typing finds the rest. */
const mostShown = 300;

/** Everyone in the workspace. */
export function PeoplePage() {
  const t = useTranslations("workspaces.people");
  const tInvite = useTranslations("workspaces.switcher");
  const { id } = useWorkspace();
  const panel = usePanel();
  const invite = useInvite();
  const mayInvite = usePermission("invitation.create");
  const members = useReplica((replica) => replica.members[id]);
  const profiles = useReplica((replica) => replica.profiles);
  const titleOf = useRoleTitle();
  const [typed, setTyped] = useState("");
  const query = useDeferredValue(typed);
  const people = useMemo(
    () =>
      Object.keys(members ?? {})
        .flatMap((accountId) => profiles[accountId] ?? [])
        .sort((a, b) => a.name.localeCompare(b.name)),
    [members, profiles],
  );
  const found = rank(query, people, ({ name, handle, title }) => [name, handle, title], mostShown);
  const inviteButton = mayInvite && (
    <Button variant="primary" icon={<UserPlus />} onClick={() => invite({})}>
      {tInvite("invite")}
    </Button>
  );

  return (
    <Page title={t("title")} actions={inviteButton}>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex max-w-5xl flex-col gap-4 p-4 md:px-8 md:py-6">
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <SearchField label={t("search")} value={typed} onValueChange={setTyped} className="grow basis-80" />
            <span className="shrink-0 text-ink-muted text-sm">{t("count", { count: people.length })}</span>
          </div>
          {found.length === 0 ? (
            <EmptyState icon={<Users />} title={t("nobody", { query })} actions={inviteButton}>
              {t("nobodyHint")}
            </EmptyState>
          ) : (
            <ul className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
              {found.map((person) => (
                <li key={person.id} className="min-w-0">
                  <button
                    type="button"
                    onClick={() => panel.show("profile", person.id)}
                    className="flex w-full items-center gap-3 rounded-lg border border-line bg-surface p-3 text-start hover:bg-hover"
                  >
                    <AccountAvatar accountId={person.id} size={40} presence />
                    <span className="min-w-0 flex-1">
                      <span className="flex items-center gap-1.5">
                        <span className="truncate font-medium text-sm">{person.name}</span>
                        <StatusEmoji accountId={person.id} />
                      </span>
                      <span className="block truncate text-ink-muted text-xs">
                        <bdi>{person.title || `@${person.handle}`}</bdi>
                      </span>
                    </span>
                    {(members?.[person.id]?.roles ?? [])
                      .filter((name) => name !== "member")
                      .map((name) => (
                        <Tag key={name}>{titleOf(name)}</Tag>
                      ))}
                  </button>
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </Page>
  );
}
