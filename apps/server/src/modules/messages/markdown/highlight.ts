import hljs from "highlight.js/lib/common";
import type { MarkdownIt } from "markdown-it";
import { createBudget } from "./budget.ts";
import { escapeHtml } from "./escape.ts";

const spend = createBudget(4_000);
// Several grammars look ahead from each word, which is quadratic; most stop at the end of the line.
const longLine = /.{301}/;

/** Fenced code in a language we know is coloured by classes; a language we do not know is not repeated in the page. */
export function highlight(md: MarkdownIt): void {
  md.renderer.rules.fence = (tokens, index, _options, env) => {
    const { info = "", content = "" } = tokens[index] ?? {};
    const language = readLanguage(info);
    if (!language) return `<pre><code>${escapeHtml(content)}</code></pre>\n`;
    const isAffordable = !longLine.test(content) && spend(env, content.length);
    const code = isAffordable ? hljs.highlight(content, { language, ignoreIllegals: true }).value : escapeHtml(content);
    return `<pre><code class="hljs language-${language}">${code}</code></pre>\n`;
  };
}

function readLanguage(info: string): string | undefined {
  const [name = ""] = info.trim().toLowerCase().split(/\s/, 1);
  return hljs.getLanguage(name) && name;
}
