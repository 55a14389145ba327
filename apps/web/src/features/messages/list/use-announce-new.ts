import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { useReplica, useWorkspace } from "../../../connection/index.ts";
import { useAnnounce } from "../../../shell/index.ts";
import { wordsOf } from "../row/message-body.tsx";

const batchMs = 1_000;

/** Tells screen readers of what others write in the room on screen: one message as it is, several by their number. */
export function useAnnounceNew(roomId: string): void {
  const t = useTranslations("messages.list");
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const lastId = useReplica(({ timelines }) => {
    const timeline = timelines[roomId];
    return timeline && !timeline.hasNewer ? timeline.ids.at(-1) : undefined;
  });
  const toldSeq = useRef(workspace.state.messages[lastId ?? ""]?.seq ?? Infinity);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new message begins a batch anew.
  useEffect(() => {
    const timer = setTimeout(() => {
      const { timelines, messages, accountId } = workspace.state;
      const all = (timelines[roomId]?.ids ?? []).slice(-50).flatMap((id) => messages[id] ?? []);
      const news = all.filter(
        ({ seq, kind, author }) => seq > toldSeq.current && kind === "message" && author.id !== accountId,
      );
      toldSeq.current = all.at(-1)?.seq ?? toldSeq.current;
      const [only] = news;
      if (only && news.length === 1) announce(t("announceOne", { author: only.author.name, text: wordsOf(only) }));
      else if (news.length > 1) announce(t("announceMany", { count: news.length }));
    }, batchMs);
    return () => clearTimeout(timer);
  }, [lastId, workspace, roomId, announce, t]);
}
