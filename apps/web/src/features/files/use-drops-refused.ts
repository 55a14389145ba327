import { useEffect } from "react";

export const hasFiles = (event: DragEvent): event is DragEvent & { dataTransfer: DataTransfer } =>
  event.dataTransfer?.types.includes("Files") ?? false;

/** A file that is dropped where nothing takes it would take the place of the app. */
export function useDropsRefused(): void {
  useEffect(() => {
    const ending = new AbortController();
    const refuse = (event: DragEvent) => {
      if (event.defaultPrevented || !hasFiles(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "none";
    };
    for (const name of ["dragover", "drop"] as const) addEventListener(name, refuse, ending);
    return () => ending.abort();
  }, []);
}
