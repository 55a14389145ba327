import { describe, expect, test } from "bun:test";
import { normalizeKeys, strokeOf } from "./keys.ts";

const press = (key: string, held: Partial<KeyboardEvent> = {}): KeyboardEvent =>
  ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held }) as KeyboardEvent;

describe("keys", () => {
  test("are compared whatever the order they were written in", () => {
    expect(normalizeKeys("Shift+Mod+K")).toBe("mod+shift+k");
    expect(normalizeKeys("G H")).toBe("g h");
    expect(normalizeKeys("mod++")).toBe("mod++");
  });

  test("mod is Ctrl, and the command key on Apple's systems", () => {
    expect(strokeOf(press("k", { ctrlKey: true }), false)).toBe("mod+k");
    expect(strokeOf(press("k", { metaKey: true }), true)).toBe("mod+k");
    expect(strokeOf(press("k", { ctrlKey: true }), true)).toBe("ctrl+k");
  });

  test("a symbol that needs shift on some keyboards is the symbol", () => {
    expect(strokeOf(press("?", { shiftKey: true }), false)).toBe("?");
    expect(strokeOf(press("ArrowUp", { shiftKey: true, altKey: true }), false)).toBe("alt+shift+arrowup");
  });

  test("a modifier alone is not a stroke yet", () => {
    expect(strokeOf(press("Shift", { shiftKey: true }), false)).toBeUndefined();
  });
});
