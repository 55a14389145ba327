// Texts are written with their selection: `⟦` and `⟧` stand for its ends, `¦` for the caret.
import { describe, expect, test } from "bun:test";
import { asCodeBlock } from "./blocks.ts";
import { type FormatName, formats } from "./formats.ts";
import { indent, newLine, outdent } from "./lines.ts";
import { isAddress, linkTo } from "./marks.ts";
import { type Edit, isInCode, isInFence, type Passage } from "./passage.ts";

const [opening, closing, caret] = ["⟦", "⟧", "¦"];

function read(marked: string): Passage {
  const at = marked.indexOf(caret);
  if (at >= 0) return { text: marked.replace(caret, ""), start: at, end: at };
  const start = marked.indexOf(opening);
  return { text: marked.replace(opening, "").replace(closing, ""), start, end: marked.indexOf(closing) - 1 };
}

function show(passage: Passage | undefined): string | undefined {
  if (!passage) return undefined;
  const { text, start, end } = passage;
  if (start === end) return text.slice(0, start) + caret + text.slice(start);
  return text.slice(0, start) + opening + text.slice(start, end) + closing + text.slice(end);
}

const after = (edit: Edit, marked: string) => show(edit(read(marked)));
const toggled = (name: FormatName, marked: string) => after(formats[name].edit, marked);

describe("marks", () => {
  test("wrap what is selected, and unwrap it again", () => {
    for (const [name, mark] of Object.entries({
      bold: "**",
      italic: "*",
      strike: "~~",
      code: "`",
      spoiler: "||",
      maths: "$",
    })) {
      const wrapped = `the ${mark}⟦late⟧${mark} ferry`;
      expect(toggled(name as FormatName, "the ⟦late⟧ ferry")).toBe(wrapped);
      expect(toggled(name as FormatName, wrapped)).toBe("the ⟦late⟧ ferry");
      expect(toggled(name as FormatName, `the ⟦${mark}late${mark}⟧ ferry`)).toBe("the ⟦late⟧ ferry");
    }
  });

  test("do not take bold for italic, or both for one", () => {
    expect(toggled("italic", "**⟦late⟧**")).toBe("***⟦late⟧***");
    expect(toggled("italic", "***⟦late⟧***")).toBe("**⟦late⟧**");
    expect(toggled("bold", "***⟦late⟧***")).toBe("*⟦late⟧*");
    expect(toggled("bold", "*⟦late⟧*")).toBe("***⟦late⟧***");
  });

  test("leave the spaces at the ends outside, where they would not bind", () => {
    expect(toggled("bold", "the⟦ late ⟧ferry")).toBe("the **⟦late⟧** ferry");
  });

  test("open around the caret, close again, and let one out at their end", () => {
    expect(toggled("bold", "so ¦")).toBe("so **¦**");
    expect(toggled("bold", "so **¦**")).toBe("so ¦");
    expect(toggled("bold", "so **late¦**")).toBe("so **late**¦");
  });

  test("go around each line of several, behind its item", () => {
    expect(toggled("bold", "⟦- one\n\n- [ ] two⟧")).toBe("⟦- **one**\n\n- [ ] **two**⟧");
    expect(toggled("bold", "⟦- **one**\n\n- [ ] **two**⟧")).toBe("⟦- one\n\n- [ ] two⟧");
  });
});

describe("links", () => {
  test("take what is selected as their words or as their address", () => {
    expect(toggled("link", "see ⟦here⟧")).toBe("see [here](¦)");
    expect(toggled("link", "see ⟦https://a.example⟧")).toBe("see [¦](https://a.example)");
    expect(toggled("link", "see ¦")).toBe("see [¦]()");
    expect(show(linkTo(read("see ⟦here⟧"), "https://a.example/b_(c)"))).toBe(
      "see [here](https://a.example/b_%28c%29)¦",
    );
  });

  test("are made of one whole address only", () => {
    expect(["https://a.example/b?c=d", "http://localhost:3000"].every(isAddress)).toBe(true);
    expect(["https://a b", "javascript:alert(1)", "a.example", "https://a.example and more", ""].some(isAddress)).toBe(
      false,
    );
  });
});

describe("lists and quotes", () => {
  test("are made of the selected lines, and unmade", () => {
    expect(toggled("bullets", "a⟦b\n\nc⟧d")).toBe("⟦- ab\n\n- cd⟧");
    expect(toggled("bullets", "⟦- ab\n\n- cd⟧")).toBe("⟦ab\n\ncd⟧");
    expect(toggled("numbers", "⟦one\ntwo⟧")).toBe("⟦1. one\n2. two⟧");
    expect(toggled("tasks", "buy mi¦lk")).toBe("- [ ] buy mi¦lk");
    expect(toggled("quote", "⟦one\n\ntwo⟧")).toBe("⟦> one\n> \n> two⟧");
    expect(toggled("quote", "> on¦e")).toBe("on¦e");
  });

  test("one kind takes the other's place", () => {
    expect(toggled("numbers", "⟦- one\n- [x] two⟧")).toBe("⟦1. one\n2. two⟧");
    expect(toggled("tasks", "  1. o¦ne")).toBe("  - [ ] o¦ne");
    expect(toggled("bullets", "- [ ] one¦")).toBe("- one¦");
  });

  test("go on in a new line, and end at an empty item", () => {
    expect(after(newLine, "- one¦")).toBe("- one\n- ¦");
    expect(after(newLine, "  9. nine¦")).toBe("  9. nine\n  10. ¦");
    expect(after(newLine, "- [x] done¦")).toBe("- [x] done\n- [ ] ¦");
    expect(after(newLine, "> said¦")).toBe("> said\n> ¦");
    expect(after(newLine, "> - said¦")).toBe("> - said\n> - ¦");
    expect(after(newLine, "- one\n- ¦")).toBe("- one\n¦");
    expect(after(newLine, "> a\n> ¦")).toBe("> a\n¦");
    expect(after(newLine, "plain¦ text")).toBe("plain\n¦ text");
    expect(after(newLine, "- a¦b")).toBe("- a\n- ¦b");
  });

  test("move in and out by the tabulator, which elsewhere leads on", () => {
    expect(after(indent, "- one\n- t¦wo")).toBe("- one\n  - t¦wo");
    expect(after(indent, "1. one\n2. t¦wo")).toBe("1. one\n   2. t¦wo");
    expect(after(outdent, "- one\n  - t¦wo")).toBe("- one\n- t¦wo");
    expect(after(outdent, "   2. t¦wo")).toBe("2. t¦wo");
    expect(after(indent, "⟦- one\n- two⟧")).toBe("  ⟦- one\n  - two⟧");
    expect(after(indent, "pla¦in")).toBeUndefined();
    expect(after(outdent, "  pla¦in")).toBeUndefined();
  });
});

describe("blocks of code", () => {
  test("come around the selected lines, and go", () => {
    expect(toggled("codeBlock", "a\n⟦b\nc⟧")).toBe("a\n```\n⟦b\nc⟧\n```");
    expect(toggled("codeBlock", "a\n```js\n⟦b\nc⟧\n```\nd")).toBe("a\n⟦b\nc⟧\nd");
    expect(toggled("codeBlock", "```\nb¦\nc")).toBe("b¦\nc");
    expect(toggled("codeBlock", "¦")).toBe("```\n¦\n```");
  });

  test("have a fence that their text cannot close", () => {
    expect(asCodeBlock("a\n```\nb\n")).toBe("````\na\n```\nb\n````");
  });

  test("keep their indentation, and know where they end", () => {
    expect(after(newLine, "```\n  if¦")).toBe("```\n  if\n  ¦");
    expect(after(indent, "```\na¦")).toBe("```\na  ¦");
    expect(isInFence("```\na\n```\nb", 10)).toBe(false);
    expect(isInFence("````\n```\nb", 10)).toBe(true);
    expect(isInCode("say `a", 6)).toBe(true);
    expect(isInCode("say `a` b", 9)).toBe(false);
  });
});
