import { type Client, mayPassLater } from "@althing/sdk";
import type { ImportedMessage } from "./convert.ts";

const pageSize = 500;
/** A page of long texts ends sooner; the server takes 16 MiB. */
const pageLength = 2_000_000;
const waitsMs = [500, 1_000, 2_000, 5_000, 15_000, 30_000];

/** `lastAt` is the time of the last message of the page. */
export type Sent = { imported: number; known: number; lastAt: string };

/** Sends messages page by page, one at a time: their order is the order of the room. */
export async function sendPages(
  client: Client,
  roomId: string,
  source: AsyncIterable<ImportedMessage> | Iterable<ImportedMessage>,
  onPage: (sent: Sent) => void = () => undefined,
): Promise<void> {
  let page: ImportedMessage[] = [];
  let length = 0;
  const send = async () => {
    const sent = await persist(() => client.messages.importMessages({ roomId, messages: page }));
    onPage({ ...sent, lastAt: page.at(-1)?.at ?? "" });
    page = [];
    length = 0;
  };
  for await (const message of source) {
    if (page.length === pageSize || length + message.body.length > pageLength) await send();
    page.push(message);
    length += message.body.length;
  }
  if (page.length > 0) await send();
}

/** Repeats what may pass later. The ids are chosen, so a page that came in without our hearing of it comes in once. */
export async function persist<T>(attempt: () => Promise<T>): Promise<T> {
  for (const waitMs of waitsMs) {
    try {
      return await attempt();
    } catch (error) {
      if (!mayPassLater(error)) throw error;
      await Bun.sleep((error as { retryAfterMs?: number }).retryAfterMs ?? waitMs);
    }
  }
  return attempt();
}
