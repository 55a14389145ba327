import type { ClientOptions } from "@althing/sdk";

declare global {
  interface Window {
    /** What `public/begin.js` has asked for already, by address, session and body. */
    askedAhead?: Record<string, Promise<Response>>;
  }
}

/** How old a page is at most, in milliseconds, when what was asked for at its beginning is still worth taking. */
const patienceMs = 10_000;

/** Fetches, but for what was asked for before the app's script was there: that is taken once. */
export const fetchUnlessAsked: NonNullable<ClientOptions["fetch"]> = (url, init) => {
  const { authorization = "" } = init.headers as Record<string, string>;
  const key = `${url} ${authorization} ${init.body ?? ""}`;
  const asked = performance.now() < patienceMs ? window.askedAhead?.[key] : undefined;
  delete window.askedAhead?.[key];
  return asked ?? fetch(url, init);
};
