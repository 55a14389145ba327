import { typistsIn } from "@althing/sdk";
import { useEffect, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { isShallowEqual, useReplica } from "../../../connection/index.ts";
import { isolate } from "../../../ui/isolate.ts";

type Props = { roomId: string; parentId?: string };

/** Who writes just now. Its line is there also while nobody does, so that nothing moves. */
export function TypingLine({ roomId, parentId }: Props) {
  const t = useTranslations("messages.typing");
  const { list } = useFormatter();
  const names = useTypists(roomId, parentId ?? null);
  return (
    <p aria-live="off" className="h-5 shrink-0 truncate px-5 text-ink-faint text-xs">
      {names.length > 0 && (names.length > 3 ? t("many") : t("who", { names: list(names), count: names.length }))}
    </p>
  );
}

function useTypists(roomId: string, parentId: string | null): readonly string[] {
  const [now, setNow] = useState(Date.now);
  const typists = useReplica(
    (replica) => typistsIn(replica, roomId, parentId, Math.max(now, Date.now() - 1_000)),
    isShallowEqual,
  );
  const next = Math.min(...typists.map(({ until }) => until));
  useEffect(() => {
    if (!Number.isFinite(next)) return;
    const timer = setTimeout(() => setNow(Date.now()), Math.max(0, next - Date.now()) + 1);
    return () => clearTimeout(timer);
  }, [next]);
  return typists.filter(({ until }) => until > now).map(({ name }) => isolate(name));
}
