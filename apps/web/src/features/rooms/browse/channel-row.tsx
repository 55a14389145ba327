import { Check, Hash, Users } from "lucide-react";
import { useFormatter, useTranslations } from "use-intl";
import { useReplica } from "../../../connection/index.ts";
import { Button } from "../../../ui/button.tsx";
import { CutLine } from "../../../ui/cut-line.tsx";
import { RelativeTime } from "../../../ui/relative-time.tsx";
import { useRoomVerbs } from "../room/use-room-verbs.ts";
import { useRoomLinks } from "../sidebar/use-room-links.ts";
import type { Channel } from "./use-channels.ts";

/** A public channel: its name opens it, to look at or to write in. */
export function ChannelRow({ channel }: { channel: Channel }) {
  const t = useTranslations("rooms.browse");
  const format = useFormatter();
  const { id, name, topic, description, lastMessageAt } = channel;
  // What this device knows is newer than the list.
  const known = useReplica(({ rooms }) => rooms[id]);
  const isJoined = known?.joined ?? channel.joined;
  const count = known?.memberCount ?? channel.memberCount;
  const { hrefOf, onClick } = useRoomLinks();
  const { join, open } = useRoomVerbs();
  return (
    <li className="group relative flex items-center gap-3 rounded-lg px-3 py-2.5 focus-within:bg-hover hover:bg-hover">
      <span aria-hidden="true" className="grid size-9 shrink-0 place-items-center rounded-md bg-active text-ink-muted">
        <Hash size={18} />
      </span>
      <div className="min-w-0 flex-1">
        {/* Covers the row, so that all of it can be pressed. */}
        <a
          href={hrefOf(id)}
          onClick={onClick}
          data-roving={name}
          tabIndex={-1}
          className="block truncate font-medium after:absolute after:inset-0 after:rounded-lg"
        >
          {name}
        </a>
        <p className="text-ink-muted text-sm">
          <CutLine>{topic || description || t("noTopic")}</CutLine>
        </p>
        <p className="flex flex-wrap items-center gap-x-3 text-ink-faint text-xs">
          <span className="flex items-center gap-1" title={t("members", { count })}>
            <Users aria-hidden="true" size={12} />
            <span aria-hidden="true" className="tabular-nums">
              {format.number(count)}
            </span>
            <span className="sr-only">{t("members", { count })}</span>
          </span>
          {lastMessageAt && <RelativeTime at={lastMessageAt} className="whitespace-nowrap" />}
          {isJoined && (
            <span className="flex items-center gap-1 text-success">
              <Check aria-hidden="true" size={12} />
              {t("joined")}
            </span>
          )}
        </p>
      </div>
      <Button
        size="small"
        className="relative"
        aria-label={isJoined ? t("openName", { name }) : t("joinName", { name })}
        variant={isJoined ? "ghost" : "secondary"}
        onClick={async () => {
          if (!isJoined) await join(id);
          open(id);
        }}
      >
        {isJoined ? t("open") : t("join")}
      </Button>
    </li>
  );
}
