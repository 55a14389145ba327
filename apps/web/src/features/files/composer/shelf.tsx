import { Suspense, useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { later } from "../../../parts/index.ts";
import { useAnnounce } from "../../../shell/index.ts";
import { useShelf } from "../shelf/shelf.ts";
import { useUploads } from "../uploads/use-uploads.ts";
import { Chip } from "./chip.tsx";
import { DropZone } from "./drop-zone.tsx";
import type { FileShelfProps } from "./props.ts";
import { usePastedFiles } from "./use-pasted-files.ts";

const VoiceRecorder = later(() => import("../voice/voice-recorder.tsx"), "VoiceRecorder");

export function Shelf({ shelfKey, roomId, parentId, isRecording, onRecording }: FileShelfProps) {
  const t = useTranslations("files.composer");
  const uploads = useUploads();
  const items = useShelf(shelfKey);
  const place = useRef<HTMLDivElement>(null);
  const add = (chosen: readonly File[]) => uploads.add(shelfKey, chosen);
  usePastedFiles(place, add);
  useArrivalsTold(items.filter(({ attachment }) => attachment).length);
  return (
    <div ref={place}>
      <DropZone place={place} onFiles={add} onFolder={(name) => uploads.refuse(shelfKey, name, "folder")} />
      {isRecording && (
        <Suspense>
          <VoiceRecorder
            shelfKey={shelfKey}
            roomId={roomId}
            parentId={parentId}
            onEnd={() => {
              onRecording(false);
              focusField(place.current);
            }}
          />
        </Suspense>
      )}
      {items.length > 0 && (
        <ul
          aria-label={t("label")}
          className="thin-scroll flex gap-1.5 pointer-coarse:[--spacing-control-small:2.75rem] overflow-x-auto p-1.5 pb-0 sm:max-h-36 sm:flex-wrap sm:overflow-y-auto"
        >
          {items.map((item) => (
            <Chip
              key={item.id}
              item={item}
              onRetry={() => uploads.retry(shelfKey, item.id)}
              onRemove={() => {
                uploads.remove(shelfKey, item.id);
                focusField(place.current);
              }}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

/** What had the focus is gone: one goes on writing. */
const focusField = (place: Element | null): void => place?.parentElement?.querySelector("textarea")?.focus();

function useArrivalsTold(count: number): void {
  const t = useTranslations("files.composer");
  const announce = useAnnounce();
  const known = useRef(count);
  useEffect(() => {
    if (count > known.current) announce(t("attached", { count }));
    known.current = count;
  }, [count, announce, t]);
}
