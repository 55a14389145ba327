import type { rooms } from "@althing/contract";
import type { SlashCommand } from "../slash/slash-command.ts";

/** What can stand in the place of what is being written. */
export type Suggestion =
  | { kind: "person"; accountId: string; name: string; handle: string; isOutside: boolean }
  | { kind: "everyone"; handle: "room" | "here"; count: number }
  | { kind: "channel"; room: rooms.MyRoom; name: string }
  | { kind: "emoji"; text: string; name: string; shortcode: string; url: string | undefined }
  | { kind: "command"; command: SlashCommand };

export function keyOf(suggestion: Suggestion): string {
  switch (suggestion.kind) {
    case "person":
      return suggestion.accountId;
    case "everyone":
      return suggestion.handle;
    case "channel":
      return suggestion.room.id;
    case "emoji":
      return suggestion.text;
    case "command":
      return suggestion.command.name;
  }
}

/** As the server reads it: people by handle, emoji as themselves. */
export function writtenAs(suggestion: Suggestion): string {
  switch (suggestion.kind) {
    case "person":
    case "everyone":
      return `@${suggestion.handle}`;
    case "channel":
      return `#${suggestion.name}`;
    case "emoji":
      return suggestion.text;
    case "command":
      return `/${suggestion.command.name}`;
  }
}
