// The dialogs of chats: opened from menus, pages and commands, shown in one place.
import type { chats } from "@althing/contract";
import { createOpener } from "../../shell/index.ts";

/** Where something is written to: a room, or a thread of it. */
export type Place = { roomId: string; parentId: string | undefined };

/** Choose a prompt for what one writes. */
export const choosing = createOpener<{ query: string; place: Place }>();
/** Fill in a prompt's blanks; without a place, choose whom to ask, too. */
export const filling = createOpener<{ prompt: chats.Prompt; place: Place | undefined }>();
/** A text on its way into a composer. */
export const inserting = createOpener<{ text: string; place: Place }>();
/** Share a conversation by a link. */
export const sharing = createOpener<{ roomId: string }>();

/** Decide how long one conversation stays. */
export const keeping = createOpener<{ roomId: string }>();

/** Asks for what a prompt leaves open; one that leaves nothing open goes where one writes at once. */
export function takePrompt(prompt: chats.Prompt, place: Place | undefined): void {
  if (place && prompt.variables.length === 0 && !prompt.body.includes("{{"))
    inserting.open({ text: prompt.body, place });
  else filling.open({ prompt, place });
}
