import { expect, test } from "bun:test";
import { createTranslator } from "use-intl/core";
import ui from "../i18n/catalogues/en/ui.json";
import { describeProblem, isFinal, listFieldErrors, watchLookups } from "./problem.ts";

const catalogue = { ...ui, problems: { rooms: { full: { title: "Full house", message: "Wait for a seat." } } } };
const t = createTranslator({ locale: "en", messages: { ui: catalogue }, namespace: "ui" }) as unknown as Parameters<
  typeof describeProblem
>[1];

test("a failure is told in the reader's words where there are some, else in the server's", () => {
  const failure = { code: "rooms.full", title: "The room is full", message: "Try later." };
  expect(describeProblem(failure, t)).toEqual({ title: "Full house", message: "Wait for a seat." });
  expect(describeProblem({ ...failure, code: "rooms.other" }, t)).toEqual({
    title: "The room is full",
    message: "Try later.",
  });
});

test("a failure whose words come later is told in them once they are there", () => {
  const failure = { code: "pin_limit_reached", title: "Three messages are pinned already", message: "Unpin one." };
  const later = { problems: { pin_limit_reached: { title: "Drei sind angeheftet", message: "Löse eine." } } };
  expect(describeProblem(failure, t, later)).toEqual({ title: "Drei sind angeheftet", message: "Löse eine." });
});

test("what a failure names is told beside its sentence", () => {
  const failure = { code: "source_invalid", title: "Nothing can be made of this", message: "Correct what is named." };
  expect(describeProblem({ ...failure, data: { problems: ["It names no server.", 7] } }, t)).toEqual({
    title: failure.title,
    message: failure.message,
    details: ["It names no server."],
  });
  expect(describeProblem({ ...failure, data: { reason: "A policy forbids it." } }, t).details).toEqual([
    "A policy forbids it.",
  ]);
  expect(describeProblem({ ...failure, data: { limit: 3 } }, t).details).toBeUndefined();
});

test("a lost line and a bug say what to do", () => {
  expect(describeProblem(Object.assign(new Error("x"), { name: "NetworkError" }), t).title).toBe(ui.error.offline);
  for (const thrown of [new TypeError("x is undefined"), undefined, "no"]) {
    expect(describeProblem(thrown, t).title).toBe(ui.error.unknown);
  }
});

test("wrong fields are found by their name or path", () => {
  const fields = [
    { pointer: "/name", message: "is too long" },
    { pointer: "/profile/title", message: "is missing" },
  ];
  expect(listFieldErrors({ fields })).toEqual({ name: "is too long", "profile.title": "is missing" });
  expect(listFieldErrors(new Error("x"))).toEqual({});
});

test("complaints that no field has asked for are told as a whole", () => {
  const { fieldErrors, listUntold } = watchLookups({ name: "Too long.", memberIds: "Name someone." });
  expect(fieldErrors.name).toBe("Too long.");
  expect(Object.keys(fieldErrors)).toEqual(["name", "memberIds"]);
  expect(listUntold()).toEqual(["Name someone."]);
});

test("a refusal is final unless the server says that the same may pass later", () => {
  const refusal = { code: "link_expired", title: "This link is used up", retry: false };
  expect(isFinal(refusal)).toBe(true);
  for (const other of [{ ...refusal, retry: true }, Object.assign(new Error("x"), { name: "NetworkError" }), undefined])
    expect(isFinal(other)).toBe(false);
});
