import { useEffect } from "react";

/** What the window is called: the page, and what it is a page of. */
export function useTitle(title: string, whole = "Althing"): void {
  useEffect(() => {
    document.title = [title, whole].filter((part) => part !== "").join(" · ");
  }, [title, whole]);
}
