import { type RefObject, useEffect, useRef } from "react";

/** Takes files that are pasted into the field beside `place`. */
export function usePastedFiles(place: RefObject<HTMLElement | null>, onFiles: (files: readonly File[]) => void): void {
  const latest = useRef(onFiles);
  latest.current = onFiles;
  useEffect(() => {
    const field = place.current?.parentElement;
    const take = (event: ClipboardEvent) => {
      const pasted = event.clipboardData;
      if (!pasted || pasted.files.length === 0 || isText(pasted)) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current([...pasted.files]);
    };
    field?.addEventListener("paste", take, true);
    return () => field?.removeEventListener("paste", take, true);
  }, [place]);
}

/** Spreadsheets and word processors bring a picture of what was copied with it; the words were meant. */
const isText = (pasted: DataTransfer): boolean =>
  pasted.getData("text/html") !== "" && pasted.getData("text/plain").trim() !== "";
