import { tools } from "@althing/contract";

export type BoundedText = { readonly text: string; readonly truncated: boolean; readonly bytes: number };

/** At most so many bytes of a text, whole characters only. PostgreSQL keeps no zero bytes. */
export function boundText(whole: string, limit: number = tools.callLimits.resultBytes): BoundedText {
  const clean = whole.replaceAll("\0", "").toWellFormed();
  const bytes = Buffer.from(clean);
  if (bytes.length <= limit) return { text: clean, truncated: false, bytes: bytes.length };
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(0, limit), { stream: true });
  return { text, truncated: true, bytes: bytes.length };
}
