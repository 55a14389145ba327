/** A notification that was pressed while the app is open: the app goes there. */
export function followNotices(open: (path: string) => void): void {
  navigator.serviceWorker?.addEventListener("message", ({ data }: MessageEvent<{ kind?: unknown; path?: unknown }>) => {
    if (data.kind === "open" && typeof data.path === "string" && data.path.startsWith("/")) open(data.path);
  });
}
