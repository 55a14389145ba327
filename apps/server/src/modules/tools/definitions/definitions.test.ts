import { describe, expect, test } from "bun:test";
import type { tools } from "@althing/contract";
import { processorMs } from "@althing/testkit";
import fc from "fast-check";
import { problemsOf } from "./check-arguments.ts";
import { checkable, isBearable } from "./checkable.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { type Comparable, findConflicts, passedOver } from "./likeness.ts";
import { matches, toolName } from "./names.ts";

describe("names", () => {
  test("are what every provider takes, and differ where the tools do", () => {
    const local = fc.string({ minLength: 1, maxLength: 128 });
    fc.assert(
      fc.property(local, local, (one, other) => {
        const [mine, theirs] = [toolName("tides", one), toolName("tides", other)];
        expect(mine).toMatch(/^tides__[\w-]{1,57}$/);
        if (one !== other) expect(mine).not.toBe(theirs);
      }),
    );
  });

  test("of a source are meant by its pattern, and those of a source that begins alike are not", () => {
    expect(matches("tide__*", "tide__echo")).toBe(true);
    expect(matches("tide__*", "tides__echo")).toBe(false);
    expect(matches("tides__echo", "tides__echo_2")).toBe(false);
  });
});

test("a fingerprint follows from the words and not from their order", () => {
  const wording = { title: null, description: "Says", inputSchema: { type: "object", a: 1 }, hints: {} };
  const turned = { hints: {}, inputSchema: { a: 1, type: "object" }, description: "Says", title: null };
  expect(fingerprintOf(turned)).toBe(fingerprintOf(wording));
  expect(fingerprintOf({ ...wording, description: "Says." })).not.toBe(fingerprintOf(wording));
});

describe("schemas from outside", () => {
  test("are run without what takes for ever or must be fetched", () => {
    const schema = {
      type: "object",
      properties: {
        pattern: { type: "string", pattern: "^(a+)+$" },
        other: { $ref: "https://evil.example.org/schema.json" },
        within: { $ref: "#/$defs/number" },
      },
      $defs: { number: { type: "number" } },
    };
    expect(checkable(schema)).toEqual({
      type: "object",
      properties: { pattern: { type: "string" }, other: {}, within: { $ref: "#/$defs/number" } },
      $defs: { number: { type: "number" } },
    });
    const text = { pattern: `${"a".repeat(40)}!`, other: 1, within: 2 };
    expect(processorMs(() => expect(problemsOf(schema, text)).toEqual([]))).toBeLessThan(1_000);
    expect(problemsOf(schema, { within: "two" }).length).toBeGreaterThan(0);
  });

  test("that turn in circles check nothing, and end", () => {
    expect(problemsOf({ $ref: "#" }, {})).toEqual([]);
  });

  test("that are too deep, too large or not of an object are left out", () => {
    const deep = Array.from({ length: 50 }).reduce<object>((inner) => ({ properties: { inner } }), {});
    expect([{ type: "object" }, {}].every(isBearable)).toBe(true);
    const unbearable = [deep, { type: "string" }, { description: "x".repeat(40_000) }, null, [], "schema"];
    expect(unbearable.some(isBearable)).toBe(false);
  });
});

describe("tools that do the same", () => {
  const tool = (name: string, precedence: number, description = ""): Comparable => {
    const [source = "", localName = ""] = name.split("__");
    return {
      id: name as tools.ToolId,
      name,
      localName,
      description,
      source: { id: source, title: source, precedence },
    };
  };
  const [mine, theirs] = [tool("a__search", 10), tool("b__search", 20)];

  test("by name: the source of the smaller number is preferred, and the reason says so", () => {
    const [conflict] = findConflicts([theirs, mine, tool("b__other", 20)]);
    expect(conflict).toMatchObject({ likeness: "same_name", chosen: "a__search" });
    expect(conflict?.reason).toBe("a has precedence 10, before b with 20.");
    expect([...passedOver([mine, theirs], new Set(["a__*", "b__*"]))]).toEqual(["b__search"]);
    expect([...passedOver([mine, theirs], new Set(["b__search"]))]).toEqual([]);
  });

  test("by purpose: where nearly all words are the same", () => {
    const words = "Finds documents of the company by their full text";
    const conflicts = findConflicts([tool("a__find", 10, words), tool("b__lookup", 10, `${words} quickly`)]);
    expect(conflicts).toMatchObject([{ likeness: "similar_purpose", chosen: "a__find" }]);
    expect(findConflicts([tool("a__find", 1, words), tool("b__make", 1, "Makes a new document for somebody")])).toEqual(
      [],
    );
  });

  test("of one source are no conflict", () => {
    expect(findConflicts([tool("a__search", 1), tool("a__Search", 1)])).toEqual([]);
  });
});
