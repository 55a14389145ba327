import { expect, test } from "bun:test";
import { processorMs } from "@althing/testkit";
import { plainText, renderMessage } from "./index.ts";
import { pathological } from "./pathological.fixture.ts";

// The goal is 100 ms; the bound is wider for a slow machine, and still far below anything quadratic. What counts is the
// processor's time, since others may keep it busy.
test.each(Object.entries(pathological))("%s", (_, body) => {
  renderMessage("warm **up** $x$", { mentions: new Map() });
  let html = "";
  const took = processorMs(() => {
    ({ html } = renderMessage(body, { mentions: new Map() }));
    plainText(body);
  });
  expect(took).toBeLessThan(1_000);
  expect(html.length).toBeLessThan(300_000);
});

test("a body beyond any limit is shown as it is", () => {
  expect(renderMessage(`**${"a".repeat(50_000)}**`, { mentions: new Map() }).html).toStartWith("<p>**aaa");
});
