/** From the next opening on the app starts without a network, too. Browsers allow it on HTTPS and on this machine. */
export function keepShell(): void {
  if (import.meta.env.PROD && "serviceWorker" in navigator) {
    addEventListener("load", () => void navigator.serviceWorker.register("/worker.js").catch(() => undefined));
  }
}
