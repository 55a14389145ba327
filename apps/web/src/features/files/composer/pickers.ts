// Where files are chosen, in each composer on screen, so that a command reaches the one that is meant.
const pickers = new Set<HTMLInputElement>();

/** To be given as a `ref`. */
export const mountPicker = (input: HTMLInputElement): (() => void) => {
  pickers.add(input);
  return () => pickers.delete(input);
};

/** Opens the system's choice of files for the composer that has the focus, else for the room's. */
export function openPicker(): void {
  const all = [...pickers];
  const isNear = (input: HTMLInputElement) => regionOf(input)?.contains(document.activeElement);
  (all.find(isNear) ?? all.find((input) => input.closest("main")) ?? all[0])?.click();
}

/** The room or thread that a composer belongs to. */
export const regionOf = (element: Element | null): HTMLElement | null =>
  element?.closest<HTMLElement>("main, [role=complementary], aside") ?? null;
