import { expect, test } from "bun:test";
import fc from "fast-check";
import type { PolicyRow } from "../tables.ts";
import { decide, type Question } from "./decide.ts";

const decision = fc.constantFrom("deny" as const, "ask" as const, "allow" as const);
const id = fc.constantFrom("one", "other");
const maybe = fc.option(id, { nil: null });
const name = fc.constantFrom("tides__echo", "tides__slow", "althing__search", "tide__echo");
const pattern = fc.constantFrom("tides__*", "tides__echo", "althing__*", "tide__*", "althing__search");
const policy = fc
  .record({ id: fc.uuid(), workspace_id: fc.uuid(), room_id: maybe, assistant_id: maybe, pattern, decision })
  .map((row) => row as unknown as PolicyRow);
const question = fc
  .record({
    tool: fc.record({ name, isBuiltIn: fc.boolean(), reads: fc.boolean() }),
    roomId: id,
    assistantId: maybe,
    isGranted: fc.boolean(),
  })
  .map((one) => one as unknown as Question);

const strictness = { deny: 0, ask: 1, allow: 2 } as const;

/** The rule again, in other words. */
const bearsOn = ({ tool, roomId, assistantId }: Question, row: PolicyRow): boolean =>
  [tool.name, `${tool.name.split("__")[0]}__*`].includes(row.pattern) &&
  [null, roomId].includes(row.room_id) &&
  [null, assistantId].includes(row.assistant_id);

test("the strictest of what bears on a call counts, in whatever order it was said", () => {
  fc.assert(
    fc.property(question, fc.array(policy, { maxLength: 8 }), (asked, said) => {
      const ranks = said.filter((row) => bearsOn(asked, row)).map((row) => strictness[row.decision]);
      const verdict = decide(asked, said);
      if (ranks.length > 0) expect<number>(strictness[verdict.decision]).toBe(Math.min(...ranks));
      expect(decide(asked, said.toReversed()).decision).toBe(verdict.decision);
    }),
  );
});

test("more said never lets more happen than was said before", () => {
  fc.assert(
    fc.property(question, fc.array(policy, { minLength: 1, maxLength: 6 }), policy, (asked, said, more) => {
      if (!said.some((row) => bearsOn(asked, row))) return;
      expect(strictness[decide(asked, [...said, more]).decision]).toBeLessThanOrEqual(
        strictness[decide(asked, said).decision],
      );
    }),
  );
});

test("where nothing is said, only what Althing reads itself, or what the person let through, does not ask", () => {
  fc.assert(
    fc.property(question, (asked) => {
      const { tool, isGranted } = asked;
      const isFree = (tool.isBuiltIn && tool.reads) || isGranted;
      expect(decide(asked, []).decision).toBe(isFree ? "allow" : "ask");
    }),
  );
});

test("what a person let through for good does not outweigh a policy that asks", () => {
  const row = { room_id: null, assistant_id: null, pattern: "tides__*", decision: "ask" } as unknown as PolicyRow;
  const tool = { name: "tides__echo", isBuiltIn: false, reads: false };
  const asked = { tool, roomId: "one", assistantId: null, isGranted: true } as unknown as Question;
  expect(decide(asked, [row])).toMatchObject({ decision: "ask", mayRemember: false });
});
