// What a later feature adds to messages, as assistants do. It is brought while the app starts, before anything is shown.
import type { messages, rooms } from "@althing/contract";
import type { ComponentType } from "react";
import type { MessageAction } from "./actions/message-action.ts";
import type { Place } from "./actions/openers.ts";

/** Something at the end of a room or thread that will be a message of this id. */
export type Tail = { readonly id: string; readonly authorId: string };

export type MessageExtension = {
  /** Stands below the text of a message. */
  Foot: ComponentType<{ message: messages.Message; place: Place }>;
  /** The start of a conversation with an assistant, where other rooms say what they are for. */
  Beginning: ComponentType<{ room: rooms.MyRoom; isEmpty: boolean }>;
  /** Stands above the composer of a room while files lie beside the draft. */
  FilesNotice: ComponentType<{ roomId: string; shelfKey: string }>;
  /** A hook: what is being written at the end of a room, or of a thread. */
  useTails: (roomId: string, parentId: string | undefined) => readonly Tail[];
  /** Shows one of them. */
  TailRow: ComponentType<{ id: string }>;
  /** A hook: which messages of a room are shown; all of them where undefined. */
  useShown: (roomId: string) => ReadonlySet<string> | undefined;
  /** A hook: what else can be done with a message. */
  useActions: (message: messages.Message | undefined) => readonly MessageAction[];
};

const nothing: readonly never[] = [];

let extension: MessageExtension = {
  Foot: () => null,
  Beginning: () => null,
  FilesNotice: () => null,
  useTails: () => nothing,
  TailRow: () => null,
  useShown: () => undefined,
  useActions: () => nothing,
};

export function provideMessageExtension(brought: MessageExtension): void {
  extension = brought;
}

export const messageExtension = (): MessageExtension => extension;
