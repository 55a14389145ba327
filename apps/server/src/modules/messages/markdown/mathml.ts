import type { MathNode } from "../../../platform/pdf/index.ts";

/** Deeper formulas than this nobody reads, and what typesets them goes no deeper. */
const deepest = 20;
const piece = /<(\/?)(\w+)((?: [\w:]+="[^"]*")*) ?(\/?)>|([^<]+)/g;
const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };

type Open = { tag: string; attrs: Record<string, string>; kids: MathNode[]; text: string };

/** The tree of what KaTeX writes, without its source; undefined where it is too deep. No reader of other MathML. */
export function readMathml(mathml: string): MathNode | undefined {
  const root: Open = { tag: "mrow", attrs: {}, kids: [], text: "" };
  const stack = [root];
  for (const [, closes, tag = "", attrs = "", isEmpty, text] of mathml.matchAll(piece)) {
    const top = stack.at(-1) ?? root;
    if (text) top.text += text.replace(/&([\w#]+);/g, (written, name: string) => entities[name] ?? written);
    else if (closes) stack.pop();
    else {
      if (stack.length > deepest) return undefined;
      const node = { tag, attrs: attrsOf(attrs), kids: [], text: "" };
      if (tag !== "annotation") top.kids.push(node);
      if (!isEmpty) stack.push(node);
    }
  }
  return root;
}

const attrsOf = (written: string): Record<string, string> =>
  Object.fromEntries([...written.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]));
