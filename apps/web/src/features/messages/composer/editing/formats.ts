// The formats that a toolbar button, a key or a command gives to what is selected.
import { toggleBlock, toggleCodeBlock } from "./blocks.ts";
import { linkTo, toggleMark } from "./marks.ts";
import type { Edit } from "./passage.ts";

export const formatNames = [
  "bold",
  "italic",
  "strike",
  "code",
  "codeBlock",
  "link",
  "quote",
  "bullets",
  "numbers",
  "tasks",
  "spoiler",
  "maths",
] as const;
export type FormatName = (typeof formatNames)[number];

type Format = { keys: string; edit: Edit };

export const formats: Record<FormatName, Format> = {
  bold: { keys: "mod+b", edit: toggleMark("**") },
  italic: { keys: "mod+i", edit: toggleMark("*") },
  strike: { keys: "mod+shift+x", edit: toggleMark("~~") },
  code: { keys: "mod+e", edit: toggleMark("`") },
  codeBlock: { keys: "mod+shift+c", edit: toggleCodeBlock },
  link: { keys: "mod+shift+u", edit: (passage) => linkTo(passage) },
  quote: { keys: "mod+shift+y", edit: toggleBlock("quote") },
  bullets: { keys: "mod+shift+l", edit: toggleBlock("bullets") },
  numbers: { keys: "mod+shift+o", edit: toggleBlock("numbers") },
  tasks: { keys: "mod+shift+d", edit: toggleBlock("tasks") },
  spoiler: { keys: "mod+shift+h", edit: toggleMark("||") },
  maths: { keys: "mod+shift+m", edit: toggleMark("$") },
};
