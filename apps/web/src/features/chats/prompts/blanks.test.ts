import { expect, test } from "bun:test";
import { blanksOf, complaintAbout, newBlank, withBlank } from "./blanks.ts";

const tone = { ...newBlank("tone"), label: "Tone", kind: "choice" as const, choices: ["warm", "formal"] };

test("blanks follow the text, and keep what was said of them while they are away from it", () => {
  const body = "Write to {{customer}} in a {{ tone }} tone, {{customer}}.";
  expect(blanksOf({ body, variables: [tone] })).toEqual([newBlank("customer"), tone]);
  const described = withBlank([tone], { ...newBlank("customer"), label: "Whom" });
  expect(blanksOf({ body: "Write to {{customer}}.", variables: described }).map(({ label }) => label)).toEqual([
    "Whom",
  ]);
  expect(blanksOf({ body, variables: described })[1]).toEqual(tone);
  expect(withBlank(described, { ...tone, label: "Voice" }).map(({ label }) => label)).toEqual(["Voice", "Whom"]);
});

test("what must be filled in is, and numbers are numbers", () => {
  expect(complaintAbout(tone, " ")).toBe("missing");
  expect(complaintAbout({ ...tone, required: false }, "")).toBeUndefined();
  const count = { ...newBlank("count"), kind: "number" as const };
  expect([complaintAbout(count, "ten"), complaintAbout(count, "1.5")]).toEqual(["noNumber", undefined]);
});
