// Which kind of file it is, told by what is in it.
import { readAlthing } from "./readers/althing.ts";
import { readChatGpt } from "./readers/chatgpt.ts";
import type { Reading } from "./readers/draft.ts";
import { readLibreChat } from "./readers/librechat.ts";

export function readFile(content: unknown): Reading | undefined {
  for (const [source, read] of [
    ["althing", readAlthing],
    ["chatgpt", readChatGpt],
    ["librechat", readLibreChat],
  ] as const) {
    const drafts = read(content);
    if (drafts) return { source, drafts };
  }
  return undefined;
}
