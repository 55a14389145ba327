import { expect, test } from "bun:test";
import { viewSubject } from "./views.ts";

test("of a payload one learns the ids and the length, and nothing of what it says", () => {
  const accountId = "01930c2e-7a54-7c3b-9d0a-3f5b8e2c1d47";
  const payload = { accountId, email: "ana@example.org", token: accountId, noteId: "my secret note", words: ["hush"] };
  const subject = viewSubject(payload);
  expect(subject).toEqual({ ids: { accountId }, bytes: JSON.stringify(payload).length });
});

test.each([[null], [undefined], ["text"], [7], [["list"]]])("a payload of %p names nothing", (payload) => {
  expect(viewSubject(payload).ids).toEqual({});
});
