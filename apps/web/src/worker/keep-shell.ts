import { idleness } from "../parts/index.ts";

/**
 * From the next opening on the app starts without a network, too. Browsers allow it on HTTPS and on this machine. It fetches
 * the whole app, and so waits until the first page stands.
 */
export async function keepShell(): Promise<void> {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  await idleness();
  await navigator.serviceWorker.register("/worker.js").catch(() => undefined);
}
