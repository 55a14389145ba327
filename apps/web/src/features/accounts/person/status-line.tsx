import type { accounts } from "@althing/contract";
import { useStatusSentence } from "./status-emoji.tsx";

/** A status with its emoji, in one line of text. */
export function StatusLine({ status }: { status: accounts.CustomStatus }) {
  const sentence = useStatusSentence(status);
  return (
    <p className="flex items-center gap-2">
      {status.text && status.emoji && <span className="w-5 text-center">{status.emoji}</span>}
      <span className="min-w-0 break-words">{sentence}</span>
    </p>
  );
}
