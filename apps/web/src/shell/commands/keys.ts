/** One stroke: a key with its modifiers, written in a fixed order so that two can be compared as text. */
const modifiers = ["mod", "ctrl", "alt", "shift"] as const;

const isApple = (): boolean => /Mac|iPhone|iPad/.test(navigator.userAgent);

/** `Shift+Mod+K` → `mod+shift+k`; spaces part strokes that follow each other. */
export const normalizeKeys = (keys: string): string =>
  keys
    .toLowerCase()
    .split(" ")
    .map((stroke) => {
      const parts = stroke.split("+");
      const key = parts.pop() || "+";
      return [...modifiers.filter((name) => parts.includes(name)), key].join("+");
    })
    .join(" ");

/** The stroke of a key press; undefined for a modifier alone. Shift counts only where the key is a letter or has a name. */
export function strokeOf(event: KeyboardEvent, apple = isApple()): string | undefined {
  const key = event.key.toLowerCase();
  if (["shift", "control", "alt", "meta", "dead", "process", "unidentified"].includes(key)) return undefined;
  const [mod, ctrl] = apple ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey];
  const isSymbol = key.length === 1 && !/[a-z0-9 ]/.test(key);
  const held = { mod, ctrl, alt: event.altKey, shift: event.shiftKey && !isSymbol };
  return [...modifiers.filter((name) => held[name]), key === " " ? "space" : key].join("+");
}
