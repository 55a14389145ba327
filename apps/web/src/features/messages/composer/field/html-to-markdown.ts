/** What pasted HTML says in Markdown: links, bold, italics, struck, code, lists, quotes and headings; the rest is its text. */
export function htmlToMarkdown(html: string): string | undefined {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const hidden of body.querySelectorAll("style, script, title, meta, template")) hidden.remove();
  if (!body.querySelector("a[href], b, strong, em, i, s, del, code, pre, li, blockquote, h1, h2, h3")) return undefined;
  const markdown = blocksOf(body).replace(/\n{3,}/g, "\n\n");
  return markdown.trim() || undefined;
}

const marks: Record<string, string> = { B: "**", STRONG: "**", EM: "*", I: "*", S: "~~", DEL: "~~", CODE: "`" };
const blocks = /^(?:P|DIV|SECTION|ARTICLE|UL|OL|PRE|BLOCKQUOTE|H[1-6]|TABLE|TR|HR)$/;

const blocksOf = (parent: Node): string => [...parent.childNodes].map(markdownOf).join("");

function markdownOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? "").replace(/[\s\u00a0]+/g, " ");
  if (!(node instanceof HTMLElement)) return "";
  const name = node.tagName;
  if (name === "BR") return "\n";
  if (name === "PRE") return `\n\n\`\`\`\n${node.textContent?.replace(/\n$/, "") ?? ""}\n\`\`\`\n\n`;
  if (name === "UL" || name === "OL") return `\n${itemsOf(node)}\n\n`;
  if (name === "BLOCKQUOTE") return `\n\n${prefixed(blocksOf(node).trim(), "> ", "> ")}\n\n`;
  if (name === "A") return linkOf(node);
  const inner = blocksOf(node);
  if (/^H[1-6]$/.test(name)) return `\n\n**${inner.trim()}**\n\n`;
  if (blocks.test(name)) return `\n${inner.trim()}\n${name === "P" ? "\n" : ""}`;
  const mark = isPlain(node) ? undefined : marks[name];
  return mark && inner.trim() ? inner.replace(/^(\s*)([\s\S]*?)(\s*)$/, `$1${mark}$2${mark}$3`) : inner;
}

/** Google's documents wrap everything in a `<b>` that is not bold. */
const isPlain = ({ style }: HTMLElement): boolean => style.fontWeight === "normal" || style.fontWeight === "400";

function linkOf(link: HTMLElement): string {
  const inner = blocksOf(link).trim();
  const address = link.getAttribute("href") ?? "";
  if (!/^(?:https?|mailto):/i.test(address) || inner === "") return inner;
  return inner === address ? address : `[${inner}](${address.replaceAll("(", "%28").replaceAll(")", "%29")})`;
}

const itemsOf = (list: HTMLElement): string =>
  [...list.children]
    .map((item, index) => {
      const sign = list.tagName === "OL" ? `${index + 1}. ` : "- ";
      return prefixed(blocksOf(item).trim().replace(/\n+/g, "\n"), sign, " ".repeat(sign.length));
    })
    .join("\n");

const prefixed = (text: string, first: string, rest: string): string => first + text.split("\n").join(`\n${rest}`);
