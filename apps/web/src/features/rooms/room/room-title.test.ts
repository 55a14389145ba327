import { describe, expect, test } from "bun:test";
import { AccountId } from "@althing/contract";
import { partnerOf, roomTitle } from "./room-title.ts";

const person = (name: string) => ({
  id: AccountId.parse(crypto.randomUUID()),
  handle: name.toLowerCase(),
  name,
  kind: "person" as const,
});
const ana = person("Ana");
const ben = person("Ben");
const cem = person("Cem");

describe("a room is called", () => {
  test("by its name, where it has one", () => {
    expect(roomTitle({ name: "harbour", people: [] }, ana.id)).toBe("harbour");
    expect(roomTitle({ name: "Crew", people: [ana, ben, cem] }, ana.id)).toBe("Crew");
  });

  test("by the others in it", () => {
    expect(roomTitle({ name: null, people: [ana, ben] }, ana.id)).toBe("Ben");
    expect(roomTitle({ name: null, people: [ana, ben, cem] }, ana.id)).toBe("Ben, Cem");
  });

  test("by oneself, where nobody else is", () => {
    expect(roomTitle({ name: null, people: [ana] }, ana.id)).toBe("Ana");
    expect(partnerOf({ name: null, people: [ana] }, ana.id)?.name).toBe("Ana");
  });
});
