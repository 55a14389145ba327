import { Clock, UserX } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { PanelFrame } from "../../../shell/index.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { PresenceDot } from "../../../ui/presence-dot.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { AccountAvatar } from "../person/account-avatar.tsx";
import { LocalTime } from "../person/local-time.tsx";
import { StatusLine } from "../person/status-line.tsx";
import { useMyId, usePresence, useProfile } from "../person/use-person.ts";
import { OwnProfileActions, ProfileActions } from "./profile-actions.tsx";
import { useRoleTitles } from "./use-role-titles.ts";

/** Who someone is, beside the page: `?panel=profile:<accountId>`. */
export function ProfilePanel({ subject: accountId }: { subject: string }) {
  const t = useTranslations("accounts.profilePanel");
  const profile = useProfile(accountId);
  const roles = useRoleTitles(accountId);
  const isMe = useMyId() === accountId;
  if (!profile) {
    return (
      <PanelFrame title={t("title")}>
        <EmptyState icon={<UserX />} title={t("unknown")}>
          {t("unknownHint")}
        </EmptyState>
      </PanelFrame>
    );
  }
  const { name, handle, pronouns, title, timeZone, fields, status } = profile;
  return (
    <PanelFrame title={t("title")}>
      <div className="flex flex-col gap-5 p-5">
        <div className="flex flex-col items-start gap-4">
          <AccountAvatar accountId={accountId} size={96} presence />
          <div className="min-w-0 max-w-full">
            <h3 className="break-words font-semibold text-xl">
              <bdi>{name}</bdi>
            </h3>
            <p className="text-ink-muted">
              <bdi>@{handle}</bdi>
              {pronouns && ` · ${pronouns}`}
            </p>
            {title && <p className="mt-1">{title}</p>}
          </div>
          {roles.length > 0 && (
            <p className="flex flex-wrap gap-1.5">
              {roles.map((role) => (
                <Tag key={role}>{role}</Tag>
              ))}
            </p>
          )}
        </div>
        <div className="flex flex-wrap gap-2">
          {isMe ? <OwnProfileActions /> : <ProfileActions accountId={accountId} handle={handle} />}
        </div>
        <ul className="flex flex-col gap-2.5">
          <Presence accountId={accountId} />
          {status && (
            <li>
              <StatusLine status={status} />
            </li>
          )}
          {timeZone && (
            <Line icon={<Clock />}>
              <LocalTime timeZone={timeZone} />
            </Line>
          )}
        </ul>
        {fields.length > 0 && (
          <dl className="flex flex-col gap-3 border-line border-t pt-5">
            {fields.map(({ label, value }) => (
              <div key={label}>
                <dt className="text-ink-muted text-xs">{label}</dt>
                <dd className="break-words">{value}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </PanelFrame>
  );
}

function Presence({ accountId }: { accountId: string }) {
  const t = useTranslations("ui.presence");
  const state = usePresence(accountId);
  return (
    <Line icon={<PresenceDot state={state} size={10} />}>
      <span aria-hidden="true">{t(state)}</span>
    </Line>
  );
}

function Line({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li className="flex items-center gap-2">
      <span className="grid w-5 place-items-center text-ink-faint [&>svg]:max-w-4">{icon}</span>
      {children}
    </li>
  );
}
