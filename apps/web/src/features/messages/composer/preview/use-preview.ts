import { useEffect, useState } from "react";
import { useClient } from "../../../../connection/index.ts";

const settleMs = 200;

type Preview = { html: string | undefined; problem: unknown };

/** How a text would look in a room, asked of the server once one pauses; the last answer stays until the next. */
export function usePreview(roomId: string, text: string): Preview {
  const { messages } = useClient();
  const [preview, setPreview] = useState<Preview>({ html: undefined, problem: undefined });
  useEffect(() => {
    if (text.trim() === "") {
      setPreview({ html: "", problem: undefined });
      return;
    }
    const overtaken = new AbortController();
    const ask = async () => {
      try {
        const { html } = await messages.previewMessage({ roomId, body: text }, { signal: overtaken.signal });
        setPreview({ html, problem: undefined });
      } catch (problem) {
        if (!overtaken.signal.aborted) setPreview(({ html }) => ({ html, problem }));
      }
    };
    const timer = setTimeout(() => void ask(), settleMs);
    return () => {
      clearTimeout(timer);
      overtaken.abort();
    };
  }, [messages, roomId, text]);
  return preview;
}
