export type Change = "online" | "offline" | "visible";

/** What the device knows of its network and of being looked at. */
export type Surroundings = {
  isOnline(): boolean;
  onChange(listener: (change: Change) => void): () => void;
};

/** Where nobody can tell, as on a server. */
export const alwaysOnline: Surroundings = { isOnline: () => true, onChange: () => () => undefined };

export const createBrowserSurroundings = (window: Window): Surroundings => ({
  isOnline: () => window.navigator.onLine,
  onChange(listener) {
    const ended = new AbortController();
    const { signal } = ended;
    window.addEventListener("online", () => listener("online"), { signal });
    window.addEventListener("offline", () => listener("offline"), { signal });
    window.document.addEventListener(
      "visibilitychange",
      () => window.document.visibilityState === "visible" && listener("visible"),
      { signal },
    );
    return () => ended.abort();
  },
});

export const detectSurroundings = (): Surroundings =>
  typeof window === "undefined" || typeof document === "undefined" ? alwaysOnline : createBrowserSurroundings(window);
