import { useEffect } from "react";

const shown = { page: "Althing", count: 0 };

function show(changes: Partial<typeof shown>): void {
  const { page, count } = Object.assign(shown, changes);
  document.title = count > 0 ? `(${count}) ${page}` : page;
}

/** What the window is called: the page, and what it is a page of. */
export function useTitle(title: string, whole = "Althing"): void {
  useEffect(() => show({ page: [title, whole].filter((part) => part !== "").join(" · ") }), [title, whole]);
}

/** How much waits, before the name of whichever page is shown. */
export function useTitleCount(count: number): void {
  useEffect(() => {
    show({ count });
    return () => show({ count: 0 });
  }, [count]);
}
