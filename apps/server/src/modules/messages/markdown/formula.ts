import katex from "katex";
import { createBudget } from "./budget.ts";
import { escapeHtml } from "./escape.ts";

const costOfAny = 20;
const spend = createBudget(2_000);
// Definitions let a short formula grow before any limit of KaTeX counts; the last three write to the server's console.
const forbidden =
  /\\(?:[egx]?def|(?:future)?let|(?:re)?newcommand|providecommand|global|long|(?:err)?message|show)(?![a-z])/i;
// Quotes in formulas are escaped, so only attributes match. KaTeX really writes `class =` in one place.
const inlineStyle = / (?:style|class )="[^"]*"/g;
const options = { output: "mathml", strict: "ignore", trust: false, maxExpand: 200, maxSize: 20 } as const;

/** MathML only: KaTeX's HTML needs inline styles. What is not a formula, or one too many, is shown as its source. */
export function renderFormula(source: string, displayMode: boolean, message: object | undefined): string {
  return (
    writeMathml(source, displayMode, message)?.replace(inlineStyle, "") ??
    `<code class="formula">${escapeHtml(source)}</code>`
  );
}

export function writeMathml(source: string, displayMode: boolean, message: object | undefined): string | undefined {
  if (forbidden.test(source) || !spend(message, source.length + costOfAny)) return undefined;
  try {
    return katex.renderToString(source, { ...options, displayMode });
  } catch {
    // A formula that KaTeX cannot read; there is no other way to ask it.
    return undefined;
  }
}
