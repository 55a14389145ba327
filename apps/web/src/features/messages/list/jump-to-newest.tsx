import { ArrowDown } from "lucide-react";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import { useReplica } from "../../../connection/index.ts";
import { Badge } from "../../../ui/badge.tsx";
import { Button } from "../../../ui/button.tsx";
import { useCounted } from "./use-counted.ts";

type Props = { roomId: string; hasNewer: boolean; onJump: () => void };

/** Shown while one is not at the end: the way there, and how much has come meanwhile. */
export function JumpToNewest({ roomId, hasNewer, onJump }: Props) {
  const t = useTranslations("messages.list");
  const count = useCameSince(roomId, hasNewer);
  const counted = useCounted(count);
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-3 z-10 flex justify-center">
      <Button
        size="small"
        className="pointer-events-auto rounded-full! bg-raised! shadow-raised"
        icon={<ArrowDown />}
        onClick={onJump}
      >
        {t("jumpToNewest")}
        {count > 0 && <Badge tone="accent" count={count} label={t("newCount", { count, counted })} />}
      </Button>
    </div>
  );
}

/** How many messages of others came since one left the end; behind the loaded part, how many are unread. */
function useCameSince(roomId: string, hasNewer: boolean): number {
  const leftAt = useRef<number>(undefined);
  return useReplica(({ timelines, messages, rooms, accountId }) => {
    if (hasNewer) return rooms[roomId]?.unread.count ?? 0;
    const ids = timelines[roomId]?.ids ?? [];
    leftAt.current ??= messages[ids.at(-1) ?? ""]?.seq ?? 0;
    const left = leftAt.current;
    let count = 0;
    for (let at = ids.length - 1; at >= 0; at--) {
      const message = messages[ids[at] ?? ""];
      if (!message || message.seq <= left) break;
      if (message.kind === "message" && message.author.id !== accountId) count++;
    }
    return count;
  });
}
