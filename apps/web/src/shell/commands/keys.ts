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
  const key = keyOf(event, apple);
  if (["shift", "control", "alt", "meta", "dead", "process", "unidentified"].includes(key)) return undefined;
  const [mod, ctrl] = apple ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey];
  const isSymbol = key.length === 1 && !/[a-z0-9 ]/.test(key);
  const held = { mod, ctrl, alt: event.altKey, shift: event.shiftKey && !isSymbol };
  return [...modifiers.filter((name) => held[name]), key === " " ? "space" : key].join("+");
}

/** Whether the press writes something in a field though Alt is held: on Apple's systems it makes ñ, µ or @ of letters. */
export const isTyping = ({ key, altKey, ctrlKey, metaKey }: KeyboardEvent, apple = isApple()): boolean =>
  apple && altKey && !ctrlKey && !metaKey && (key.length === 1 || key === "Dead");

/** Which letter stands on a key, as it was last pressed: keyboards differ, and a press tells only the place of its key. */
const letters = new Map<string, string>();

/** The key's name. A letter of another alphabet, or what Option made of a letter, is the Latin letter on the same key. */
function keyOf(event: KeyboardEvent, apple: boolean): string {
  const key = event.key.toLowerCase();
  const isChanged = apple && event.altKey;
  if (/^[a-z]$/.test(key) && !isChanged) letters.set(event.code, key);
  const isOther = isChanged || (/^[^ -~]$/.test(key) && !event.getModifierState?.("AltGraph"));
  if (!isOther || (key.length > 1 && key !== "dead")) return key;
  return letters.get(event.code) ?? /^Key([A-Z])$/.exec(event.code)?.[1]?.toLowerCase() ?? key;
}
