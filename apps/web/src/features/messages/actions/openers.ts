// Dialogs that are opened from rows, menus and commands, and shown once, by MessageDialogs.
import type { messages } from "@althing/contract";
import { createOpener } from "../../../shell/index.ts";

type Message = messages.Message;

/** Choose an emoji for a message, beside the row or button that asks. */
export const reacting = createOpener<{ message: Message; anchor: Element }>();
/** Choose where a message goes to. */
export const moving = createOpener<Message>();
/** See how a message read before. */
export const history = createOpener<Message>();
/** Why does this room have a badge? */
export const explaining = createOpener<{ roomId: string }>();
/** Everything that can be done with a message, for fingers. */
export const acting = createOpener<{ message: Message; place: Place }>();

/** Where a message is looked at: in its room, or in its thread. */
export type Place = "room" | "thread";
