import { RotateCw, X } from "lucide-react";
import { type ReactNode, type Ref, useState } from "react";
import { classes } from "../classes.ts";
import { IconButton } from "../icon-button.tsx";
import { FileIcon, type FileKind } from "./file-icon.tsx";
import { FileName } from "./file-name.tsx";

type FileChipProps = {
  ref?: Ref<HTMLLIElement>;
  name: string;
  kind: FileKind;
  /** Its size, how far it is, or what went wrong. */
  detail: ReactNode;
  /** A picture of it, where this device can draw one. */
  pictureUrl?: string | undefined;
  /** From 0 to 1 while it is on its way. */
  progress?: number | undefined;
  progressLabel?: string;
  isFailed?: boolean;
  removeLabel: string;
  onRemove: () => void;
  retryLabel?: string;
  onRetry?: (() => void) | undefined;
};

/** A file that goes with what is being written. */
export function FileChip(props: FileChipProps) {
  const { name, detail, progress, isFailed = false, removeLabel, onRemove, retryLabel = "", onRetry } = props;
  return (
    <li
      ref={props.ref}
      className={classes(
        "relative flex min-h-13 max-w-full shrink-0 items-center gap-2.5 overflow-hidden rounded-lg border py-1 ps-1.5 pe-1",
        isFailed ? "w-80 border-danger/60 bg-danger-soft" : "w-60 border-line bg-sunken",
      )}
    >
      <Picture {...props} />
      <span className="min-w-0 flex-1">
        <FileName name={name} className="font-medium text-sm" />
        <span
          role={isFailed ? "alert" : undefined}
          className={classes("block text-xs", isFailed ? "text-danger" : "truncate text-ink-muted")}
        >
          {detail}
        </span>
      </span>
      <span className="flex shrink-0">
        {onRetry && <IconButton size="small" label={retryLabel} icon={<RotateCw />} onClick={onRetry} />}
        <IconButton size="small" label={removeLabel} icon={<X />} onClick={onRemove} />
      </span>
      {progress !== undefined && <Bar value={progress} label={props.progressLabel ?? name} />}
    </li>
  );
}

function Picture({ kind, pictureUrl }: { kind: FileKind; pictureUrl?: string | undefined }) {
  const [isBroken, setBroken] = useState(false);
  if (pictureUrl === undefined || isBroken) return <FileIcon kind={kind} />;
  return (
    <img
      src={pictureUrl}
      alt=""
      draggable={false}
      className="size-10 shrink-0 rounded-md bg-active object-cover"
      onError={() => setBroken(true)}
    />
  );
}

function Bar({ value, label }: { value: number; label: string }) {
  const percent = Math.round(value * 100);
  return (
    <span
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className="absolute inset-x-0 bottom-0 h-0.5 bg-active"
    >
      <span
        className="block h-full bg-accent transition-[width] duration-(--duration-calm)"
        style={{ width: `${percent}%` }}
      />
    </span>
  );
}
