import { AudioLines, File, FileText, Film, Image, type LucideIcon, ScrollText } from "lucide-react";
import { classes } from "../classes.ts";

export type FileKind = "image" | "audio" | "video" | "pdf" | "text" | "other";

const icons: Readonly<Record<FileKind, LucideIcon>> = {
  image: Image,
  audio: AudioLines,
  video: Film,
  pdf: ScrollText,
  text: FileText,
  other: File,
};

const tones: Readonly<Record<FileKind, string>> = {
  image: "bg-success-soft text-success",
  audio: "bg-mention text-mention-ink",
  video: "bg-accent-soft text-accent",
  pdf: "bg-danger-soft text-danger",
  text: "bg-active text-glacier",
  other: "bg-active text-ink-muted",
};

/** What a file is, at a glance. Its words stand beside it. */
export function FileIcon({ kind, className }: { kind: FileKind; className?: string }) {
  const Icon = icons[kind];
  return (
    <span
      aria-hidden="true"
      className={classes("grid size-10 shrink-0 place-items-center rounded-md [&>svg]:size-5", tones[kind], className)}
    >
      <Icon strokeWidth={1.75} />
    </span>
  );
}
