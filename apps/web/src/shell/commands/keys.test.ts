import { describe, expect, test } from "bun:test";
import { isTyping, normalizeKeys, strokeOf } from "./keys.ts";

const press = (key: string, held: Partial<KeyboardEvent> = {}): KeyboardEvent =>
  ({
    key,
    code: "",
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    getModifierState: () => false,
    ...held,
  }) as KeyboardEvent;

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

  test("on Apple's systems a letter with Option is that letter, whatever Option makes of it", () => {
    const option = (key: string, code: string, held: Partial<KeyboardEvent> = {}) =>
      strokeOf(press(key, { code, altKey: true, ...held }), true);
    expect(option("Dead", "KeyN")).toBe("alt+n");
    expect(option("µ", "KeyM")).toBe("alt+m");
    expect(option("@", "KeyL")).toBe("alt+l");
    expect(option("Ó", "KeyH", { shiftKey: true })).toBe("alt+shift+h");
    expect(option("ArrowUp", "ArrowUp")).toBe("alt+arrowup");
    expect(strokeOf(press("Dead", { code: "Backquote" }), true)).toBeUndefined();
  });

  test("letters are known by what they type, and in other alphabets by the key that they share with a Latin one", () => {
    // Dvorak types k where others have v; AZERTY types a where others have q.
    expect(strokeOf(press("k", { code: "KeyV", ctrlKey: true }), false)).toBe("mod+k");
    expect(strokeOf(press("a", { code: "KeyQ", ctrlKey: true }), false)).toBe("mod+a");
    expect(strokeOf(press("л", { code: "KeyK", ctrlKey: true }), false)).toBe("mod+k");
    expect(strokeOf(press("Л", { code: "KeyK", ctrlKey: true, shiftKey: true }), false)).toBe("mod+shift+k");
    expect(strokeOf(press("к", { code: "KeyR" }), false)).toBe("r");
    expect(strokeOf(press("ö", { code: "Semicolon", ctrlKey: true }), false)).toBe("mod+ö");
  });

  test("a letter with Option is found where this keyboard has it, once it was pressed alone", () => {
    strokeOf(press("m", { code: "Semicolon" }), true);
    expect(strokeOf(press("µ", { code: "Semicolon", altKey: true }), true)).toBe("alt+m");
  });

  test("what AltGr types is no letter of another alphabet", () => {
    const altGr = { ctrlKey: true, altKey: true, getModifierState: (name: string) => name === "AltGraph" };
    expect(strokeOf(press("€", { code: "KeyE", ...altGr }), false)).toBe("mod+alt+€");
  });

  test("on Apple's systems letters with Option are written, those with the command key are not", () => {
    expect(isTyping(press("Dead", { altKey: true }), true)).toBe(true);
    expect(isTyping(press("µ", { altKey: true }), true)).toBe(true);
    expect(isTyping(press("ArrowUp", { altKey: true }), true)).toBe(false);
    expect(isTyping(press("µ", { altKey: true, metaKey: true }), true)).toBe(false);
    expect(isTyping(press("n", { altKey: true }), false)).toBe(false);
  });

  test("a modifier alone is not a stroke yet", () => {
    expect(strokeOf(press("Shift", { shiftKey: true }), false)).toBeUndefined();
  });
});
