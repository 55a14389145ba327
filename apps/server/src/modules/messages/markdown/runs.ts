import type { Token } from "markdown-it";
import { type FormulaPart, plainRun, type Run, type TextRun } from "../../../platform/pdf/index.ts";
import { writeMathml } from "./formula.ts";
import { readMathml } from "./mathml.ts";

type Style = Omit<TextRun, "kind" | "text">;

/** What stands in a line, for typesetting: mentions name nobody, and what is hidden is shown, for paper opens nothing. */
export function runsOf(tokens: readonly Token[], message: object): Run[] {
  let style: Style = {};
  return tokens.flatMap((token): Run | [] => {
    style = { ...style, ...changeOf(token) };
    return token.type === "maths" ? formulaOf(token, message) : runOf(token, style);
  });
}

/** A message may have so many formulas set, as it may have them shown. */
export function formulaOf({ content, block, markup }: Token, message: object): FormulaPart {
  const mathml = writeMathml(content, block || markup === "$$", message);
  return { kind: "formula", source: content, tree: mathml === undefined ? undefined : readMathml(mathml) };
}

function runOf(token: Token, style: Style): Run | [] {
  switch (token.type) {
    case "softbreak":
    case "hardbreak":
      return { kind: "break" };
    case "task_checkbox":
      return { kind: "check", done: token.attrGet("checked") !== null };
    case "code_inline":
      return { ...plainRun(token.content), ...style, code: true };
    default:
      return token.content === "" ? [] : { ...plainRun(token.content), ...style };
  }
}

function changeOf(token: Token): Style {
  const flag = token.nesting === 1 ? true : undefined;
  switch (token.type) {
    case "strong_open":
    case "strong_close":
      return { bold: flag };
    case "em_open":
    case "em_close":
      return { italic: flag };
    case "s_open":
    case "s_close":
      return { struck: flag };
    case "link_open":
      return { href: String(token.attrGet("href")) };
    case "link_close":
      return { href: undefined };
    default:
      return {};
  }
}
