import type { ClientOptions } from "@althing/sdk";

declare global {
  interface Window {
    /** What `public/begin.js` has asked for already, by address. */
    askedAhead?: Record<string, Promise<Response>>;
  }
}

/** Fetches, but for what was asked for before the app's script was there: that is taken once. */
export const fetchUnlessAsked: NonNullable<ClientOptions["fetch"]> = (url, init) => {
  const asked = window.askedAhead?.[url];
  delete window.askedAhead?.[url];
  return asked ?? fetch(url, init);
};
