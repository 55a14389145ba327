import { useEffect, useRef } from "react";
import { useLive, useReplica } from "../../../connection/index.ts";
import { draftKey } from "./drafts/drafts.ts";

const settleMs = 500;
/** The sign lasts five seconds for those who see it: it is given again before. */
const repeatMs = 3_000;
const silenceMs = 5_000;

/** Tells the room that one writes, unless one has turned that off. A command is nobody's business. */
export function useTypingSign(roomId: string, parentId: string | undefined, text: string): void {
  const live = useLive();
  const isShared = useReplica(({ preferences }) => preferences?.privacy.sendTyping ?? true);
  const place = draftKey(roomId, parentId);
  const shown = useRef({ place, text, at: 0 });

  useEffect(() => {
    // A draft that waited elsewhere is not being written.
    if (shown.current.place !== place) shown.current = { place, text, at: 0 };
    if (shown.current.text === text) return;
    shown.current.text = text;
    const sign = (typing: boolean) => {
      shown.current.at = typing ? Date.now() : 0;
      live.typing({ roomId, parentId: parentId ?? null, typing });
    };
    const isWriting = isShared && text.trim() !== "" && !text.startsWith("/");
    if (!isWriting) {
      if (shown.current.at > 0) sign(false);
      return;
    }
    const isDue = Date.now() - shown.current.at > repeatMs;
    const begin = isDue ? setTimeout(() => sign(true), settleMs) : undefined;
    const end = setTimeout(() => shown.current.at > 0 && sign(false), silenceMs);
    return () => {
      clearTimeout(begin);
      clearTimeout(end);
    };
  }, [live, place, roomId, parentId, text, isShared]);
}
