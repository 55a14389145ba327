// Voice notes as words: written down once, for everyone who may read them, and paid by who asked first.
import { z } from "zod";
import { Attachment, FileId, FileNotFound } from "../files/file.ts";
import { defineError } from "../kit/error.ts";
import { limits } from "../kit/limit.ts";
import { defineRoute } from "../kit/route.ts";
import { MessageId, MessageNotFound } from "../messages/message.ts";
import { BudgetExhausted } from "../models/budget.ts";
import { RoomId } from "../rooms/room.ts";
import { AssistantAsk } from "./assistant.ts";

/** Services that write recordings down take 25 MB at most, with all that goes around them. */
export const voiceLimits = { bytes: 20 * 1024 * 1024 } as const;

export const TranscriberMissing = defineError("transcriber_missing", {
  status: 409,
  title: "Nobody writes voice notes down here",
  message: "An admin can choose who does, in the settings of the workspace under Models.",
});
export const VoiceTooLarge = defineError("voice_too_large", {
  status: 422,
  title: "This recording is too long to be written down",
  message: "Send it in several shorter ones.",
  data: z.object({ limitBytes: z.int() }),
});
export const NotSpoken = defineError("not_spoken", {
  status: 422,
  title: "Nobody speaks in this file",
  message: "Choose a recording: only what is heard can be written down.",
});

/** What keeps a recording from being written down beside the declared failures of routes: by code, what people read. */
export const voiceFailures = {
  voice_gave_up: "This was begun several times and never came to an end. Try it again later.",
} as const satisfies Record<string, string>;

export const writeDown = defineRoute("assistants.write_down", {
  http: "POST /rooms/:roomId/messages/:messageId/files/:fileId/transcript",
  summary: "Have a voice note written down",
  description:
    "By whom the workspace chose, and paid by who asks first. It is answered at once; the words, or why there are none, come under the note for everyone by `messages.edited`. Asking again while it is written, or once the words are there, costs nothing and gives what is there.",
  permission: AssistantAsk,
  input: z.strictObject({ roomId: RoomId, messageId: MessageId, fileId: FileId }),
  output: Attachment,
  errors: [MessageNotFound, FileNotFound, NotSpoken, VoiceTooLarge, TranscriberMissing, BudgetExhausted],
  limit: limits.create,
});
