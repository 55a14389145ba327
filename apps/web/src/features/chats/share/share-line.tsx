import type { chats } from "@althing/contract";
import { Check, Copy, ExternalLink, Globe, Unlink, Users } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton } from "../../../ui/icon-button.tsx";
import { RelativeTime } from "../../../ui/relative-time.tsx";
import { Timestamp } from "../../../ui/timestamp.tsx";
import { useCopy } from "../../../ui/use-copy.ts";
import { useRevoking } from "./use-shares.ts";

/** A link that works: who may read what by it, until when, and the way to take it back. */
export function ShareLine({ share, showTitle = false }: { share: chats.Share; showTitle?: boolean }) {
  const t = useTranslations("chats.share");
  const { isCopied, copy } = useCopy();
  const revoke = useRevoking();
  const { title, audience, scope, url, createdAt, expiresAt } = share;
  const Icon = audience === "public" ? Globe : Users;
  const reach = t(audience === "public" ? "anyone" : "members");
  return (
    <li className="flex items-center gap-3 px-4 py-3">
      <Icon aria-hidden="true" className="size-5 shrink-0 text-ink-faint" />
      <div className="min-w-0 flex-1">
        <p className="wrap-anywhere font-medium text-sm">{showTitle ? title : reach}</p>
        <p className="flex flex-wrap gap-x-3 text-ink-muted text-xs">
          {showTitle && <span>{reach}</span>}
          {scope === "tree" && <span>{t("allBranches")}</span>}
          <span>{t.rich("made", { time: () => <RelativeTime at={createdAt} /> })}</span>
          {expiresAt && <span>{t.rich("ends", { time: () => <Timestamp at={expiresAt} format="date" /> })}</span>}
        </p>
      </div>
      <span className="flex shrink-0">
        <IconButton
          size="small"
          label={isCopied ? t("copied") : t("copyOf", { title })}
          icon={isCopied ? <Check /> : <Copy />}
          onClick={() => void copy(url)}
        />
        <IconButton
          size="small"
          label={t("openOf", { title })}
          icon={<ExternalLink />}
          className="max-sm:hidden"
          render={<a href={url} target="_blank" rel="noopener" />}
        />
        <IconButton
          size="small"
          label={t("revokeOf", { title })}
          icon={<Unlink />}
          onClick={() => void revoke(share)}
        />
      </span>
    </li>
  );
}
