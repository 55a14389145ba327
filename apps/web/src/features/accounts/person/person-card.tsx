import { MessageSquare } from "lucide-react";
import { useTranslations } from "use-intl";
import { usePanel } from "../../../shell/index.ts";
import { Button } from "../../../ui/button.tsx";
import { AccountAvatar } from "./account-avatar.tsx";
import { LocalTime } from "./local-time.tsx";
import { PersonName } from "./person-name.tsx";
import { StatusLine } from "./status-line.tsx";
import { useDirectMessage } from "./use-direct-message.ts";
import { useProfile } from "./use-person.ts";

/** The short form of a profile, for a popup. */
export function PersonCard({ accountId }: { accountId: string }) {
  const t = useTranslations("accounts.person");
  const profile = useProfile(accountId);
  const openDirectMessage = useDirectMessage();
  const { show } = usePanel();
  return (
    <div className="flex flex-col gap-3">
      <div className="flex gap-3">
        <AccountAvatar accountId={accountId} size={48} presence />
        <div className="min-w-0 flex-1">
          <p className="truncate font-semibold text-base">
            <PersonName accountId={accountId} />
          </p>
          {profile && (
            <p className="truncate text-ink-muted text-sm">
              <bdi>@{profile.handle}</bdi>
            </p>
          )}
        </div>
      </div>
      {profile && (profile.title || profile.status || profile.timeZone) && (
        <div className="flex flex-col gap-1 text-sm">
          {profile.title && <p>{profile.title}</p>}
          {profile.status && <StatusLine status={profile.status} />}
          {profile.timeZone && (
            <p className="text-ink-muted">
              <LocalTime timeZone={profile.timeZone} />
            </p>
          )}
        </div>
      )}
      {profile && (
        <div className="flex gap-2">
          <Button size="small" icon={<MessageSquare />} onClick={() => void openDirectMessage(accountId)}>
            {t("message")}
          </Button>
          <Button size="small" variant="ghost" onClick={() => show("profile", accountId)}>
            {t("profile")}
          </Button>
        </div>
      )}
    </div>
  );
}
