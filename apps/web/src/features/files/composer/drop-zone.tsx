import { Paperclip } from "lucide-react";
import { type RefObject, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { useTranslations } from "use-intl";
import { hasFiles } from "../use-drops-refused.ts";
import { regionOf } from "./pickers.ts";

type DropZoneProps = {
  /** Stands in the room or thread that takes what is dropped. */
  place: RefObject<HTMLElement | null>;
  onFiles: (files: readonly File[]) => void;
  onFolder: (name: string) => void;
};

/** Files may be dropped anywhere on a room or thread; while they hang over it, it says so. */
export function DropZone({ place, onFiles, onFolder }: DropZoneProps) {
  const [hovered, setHovered] = useState<{ region: HTMLElement; box: DOMRect }>();
  const latest = useRef({ onFiles, onFolder });
  latest.current = { onFiles, onFolder };
  useEffect(() => {
    const region = regionOf(place.current);
    if (!region) return;
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setHovered((known) => known ?? { region, box: region.getBoundingClientRect() });
    };
    const leave = ({ relatedTarget }: DragEvent) => {
      if (!region.contains(relatedTarget as Node | null)) setHovered(undefined);
    };
    const drop = (event: DragEvent) => {
      setHovered(undefined);
      if (!hasFiles(event)) return;
      event.preventDefault();
      const { files, folders } = readDrop(event.dataTransfer);
      for (const name of folders) latest.current.onFolder(name);
      if (files.length > 0) latest.current.onFiles(files);
      region.querySelector("textarea")?.focus();
    };
    const ending = new AbortController();
    region.addEventListener("dragover", over, ending);
    region.addEventListener("dragleave", leave, ending);
    region.addEventListener("drop", drop, ending);
    return () => ending.abort();
  }, [place]);
  return hovered && createPortal(<Overlay box={hovered.box} />, hovered.region);
}

function Overlay({ box: { top, left, width, height } }: { box: DOMRect }) {
  const t = useTranslations("files.composer");
  return (
    <div className="pointer-events-none fixed z-30 p-2" style={{ top, left, width, height }}>
      <div className="flex size-full items-center justify-center rounded-xl border-2 border-accent border-dashed bg-canvas/85">
        <p className="flex items-center gap-2.5 rounded-lg bg-raised px-4 py-2.5 font-medium text-accent text-md shadow-raised">
          <Paperclip aria-hidden="true" className="size-4.5" />
          {t("drop")}
        </p>
      </div>
    </div>
  );
}

function readDrop({ items, files }: DataTransfer): { files: File[]; folders: string[] } {
  const folders = [...items].flatMap((item) => {
    const entry = item.webkitGetAsEntry?.();
    return entry?.isDirectory ? [entry.name] : [];
  });
  return { files: [...files].filter(({ name }) => !folders.includes(name)), folders };
}
