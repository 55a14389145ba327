import { useEffect, useState } from "react";

const shownForMs = 2_000;

/** Copies to the clipboard, and says for two seconds that it did. */
export function useCopy() {
  const [copiedAt, setCopiedAt] = useState<number>();
  useEffect(() => {
    if (copiedAt === undefined) return;
    const timer = setTimeout(() => setCopiedAt(undefined), shownForMs);
    return () => clearTimeout(timer);
  }, [copiedAt]);
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text);
    setCopiedAt(Date.now());
  };
  return { isCopied: copiedAt !== undefined, copy };
}
