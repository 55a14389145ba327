import { useEffect, useRef } from "react";
import { draftKey, focusComposer, useDraft } from "../../messages/index.ts";
import type { Place } from "../openers.ts";

type Props = { text: string; place: Place; onDone: () => void };

/** Puts a text where one writes, behind what stands there already. */
export function Insertion({ text, place: { roomId, parentId }, onDone }: Props) {
  const [written, write] = useDraft(draftKey(roomId, parentId));
  const isDone = useRef(false);
  useEffect(() => {
    if (isDone.current) return;
    isDone.current = true;
    write(written.trim() === "" ? text : `${written.trimEnd()}\n\n${text}`);
    focusComposer(parentId ? "thread" : "room");
    onDone();
  }, [text, written, write, parentId, onDone]);
  return null;
}
