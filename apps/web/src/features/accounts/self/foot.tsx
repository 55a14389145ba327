import { ChevronsUpDown } from "lucide-react";
import { useTranslations } from "use-intl";
import { later } from "../../../parts/index.ts";
import { ListRow } from "../../../ui/list-row.tsx";
import { Menu } from "../../../ui/menu.tsx";
import { AccountAvatar } from "../person/account-avatar.tsx";
import { useStatusSentence } from "../person/status-emoji.tsx";
import { useMe, usePresence } from "../person/use-person.ts";

const SelfMenu = later(() => import("./self-menu.tsx"), "SelfMenu");

/** Yourself at the foot of the sidebar, and everything about you. */
export function Foot() {
  const t = useTranslations("accounts.self");
  const me = useMe();
  if (!me) return null;
  return (
    <div className="shrink-0 border-line border-t p-2 pb-[max(0.5rem,env(safe-area-inset-bottom))]">
      <Menu
        side="top"
        trigger={
          <ListRow
            className="min-h-11 data-popup-open:bg-active"
            leading={
              <span aria-hidden="true" className="flex">
                <AccountAvatar accountId={me.id} size={32} presence />
              </span>
            }
            trailing={<ChevronsUpDown aria-hidden className="text-ink-faint" size={14} />}
          >
            <span className="block truncate font-medium text-ink leading-tight">{me.name}</span>
            <Condition accountId={me.id} />
            <span className="sr-only">{t("menu")}</span>
          </ListRow>
        }
      >
        <SelfMenu me={me} />
      </Menu>
    </div>
  );
}

const noStatus = { emoji: null, text: "", expiresAt: null };

/** The status where one is set, else whether one is there. */
function Condition({ accountId }: { accountId: string }) {
  const presence = useTranslations("ui.presence");
  const state = usePresence(accountId);
  const status = useMe()?.status;
  const { emoji, text } = status ?? noStatus;
  const sentence = useStatusSentence({ ...(status ?? noStatus), expiresAt: null });
  return (
    <span className="block truncate text-ink-muted text-xs leading-tight">
      {status ? `${text && emoji ? `${emoji} ` : ""}${sentence}` : presence(state)}
    </span>
  );
}
