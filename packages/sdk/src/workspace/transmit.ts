import type { Client } from "../client.ts";
import type { Live } from "../live/index.ts";
import type { Draft } from "../outbox.ts";

/** Sends a message over the socket where that is open and the frame can hold it, else over HTTP. */
export const transmitOver =
  (client: Client, live: Live) =>
  async (id: string, { attachments, ...draft }: Draft): Promise<void> => {
    const { roomId, body, parentId, alsoInRoom, silent, attachmentIds: named, ...rest } = draft;
    const attachmentIds = named ?? attachments?.map((file) => file.id);
    const fitsFrame = Object.values(rest).every((value) => value === undefined) && body.length <= longestInFrame;
    if (live.status.state === "live" && fitsFrame) {
      await live.send({ id, roomId, body, parentId, alsoInRoom, silent, attachmentIds });
    } else await client.messages.sendMessage({ ...draft, id, attachmentIds }, { idempotencyKey: id });
  };

/** In characters: a frame holds 128 KiB, and a character takes up to six bytes of JSON. */
const longestInFrame = 20_000;
