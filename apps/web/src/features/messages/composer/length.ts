import { messages } from "@althing/contract";

const limit = messages.messageLimits.bodyLength;
const nearly = limit - 1_000;

/** How many characters are left, as the server counts them; undefined while there is plenty. */
export function charactersLeft(text: string): number | undefined {
  if (text.length < nearly) return undefined;
  const count = [...text].length;
  return count < nearly ? undefined : limit - count;
}
