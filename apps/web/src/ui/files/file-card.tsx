import { Download } from "lucide-react";
import { FileIcon, type FileKind } from "./file-icon.tsx";
import { FileName } from "./file-name.tsx";

type FileCardProps = {
  name: string;
  kind: FileKind;
  /** What it is and how large, in words. */
  detail: string;
  /** What pressing does, with the name. */
  label: string;
  tabIndex?: number;
  onOpen: () => void;
};

/** A file that is neither shown nor played here: the whole card saves it. */
export function FileCard({ name, kind, detail, label, tabIndex, onOpen }: FileCardProps) {
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      className="group/file relative flex h-15 w-80 max-w-full items-center gap-3 rounded-lg border border-line bg-surface ps-2.5 pe-3 text-start transition-colors hover:border-line-strong hover:bg-hover"
      onClick={onOpen}
    >
      <span className="sr-only">{label}</span>
      <FileIcon kind={kind} />
      <span aria-hidden="true" className="min-w-0 flex-1">
        <FileName name={name} className="font-medium text-sm" />
        <span className="block truncate text-ink-muted text-xs">{detail}</span>
      </span>
      <Download
        aria-hidden="true"
        className="size-4 shrink-0 text-ink-faint transition-colors group-hover/file:text-accent group-focus-visible/file:text-accent"
      />
    </button>
  );
}
