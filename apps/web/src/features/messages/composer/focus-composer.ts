// Composers on screen, so that others can put the caret there.
const mounted = new Map<HTMLTextAreaElement, { isThread: boolean }>();

/** To be given as a `ref`. */
export const mountComposer =
  (isThread: boolean) =>
  (element: HTMLTextAreaElement): (() => void) => {
    mounted.set(element, { isThread });
    return () => mounted.delete(element);
  };

/** Puts the caret where one writes: to the room, or to the open thread. */
export function focusComposer(where: "room" | "thread" = "room"): void {
  const wanted = [...mounted].findLast(([, { isThread }]) => isThread === (where === "thread"));
  wanted?.[0].focus();
}
