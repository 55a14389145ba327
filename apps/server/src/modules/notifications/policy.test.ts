import { describe, expect, test } from "bun:test";
import { type Occasion, wantsPush } from "./policy.ts";

const said: Occasion = {
  preference: "mentions",
  placement: { muted: false, notify: "all" },
  isDirect: false,
  isCalled: false,
  isInRoom: true,
};
const wants = (more: Partial<Occasion>) => wantsPush({ ...said, ...more });
const muted = { muted: true, notify: "all" } as const;

describe("a push", () => {
  test("comes for what calls one and for what is written to one, and for all only if one wants that", () => {
    expect(wants({})).toBe(false);
    expect(wants({ isCalled: true })).toBe(true);
    expect(wants({ isDirect: true })).toBe(true);
    expect(wants({ preference: "all" })).toBe(true);
    expect(wants({ preference: "all", isInRoom: false })).toBe(false);
    expect(wants({ preference: "off", isCalled: true, isDirect: true })).toBe(false);
  });

  test("keeps to what one has said of the room", () => {
    expect(wants({ isCalled: true, placement: muted })).toBe(false);
    expect(wants({ isCalled: true, placement: { muted: false, notify: "nothing" } })).toBe(false);
    expect(wants({ isCalled: true, placement: { muted: false, notify: "mentions" } })).toBe(true);
    expect(wants({ isDirect: true, placement: { muted: false, notify: "mentions" } })).toBe(false);
  });
});
