import type { Token } from "markdown-it";
import { type Block, plainRun, type Run } from "../../../platform/pdf/index.ts";
import { maxParsedLength, parser } from "./parser.ts";
import { isPlain } from "./plain.ts";
import { formulaOf, runsOf } from "./runs.ts";

/** Deeper lists and quotes stand where those above them do: paper has a margin. */
const deepest = 6;
/** Above the headings of a message are those of the document and of who speaks. */
const levelsAbove = 2;

/** A message as blocks to typeset. */
export function messageBlocks(body: string): Block[] {
  if (isPlain(body) || body.length > maxParsedLength) return [{ kind: "paragraph", runs: [plainRun(body)] }];
  return blocksUntil(undefined, parser.parse(body, {}).values(), 0);
}

/** All go on with the same one, which is the message: what is open inside has been read once it is told what it is. */
type Tokens = ArrayIterator<Token>;

function blocksUntil(end: string | undefined, tokens: Tokens, depth: number): Block[] {
  const blocks: Block[] = [];
  for (const token of tokens) {
    if (token.type === end) break;
    blocks.push(...blocksOf(token, tokens, depth));
  }
  return blocks;
}

function blocksOf(token: Token, tokens: Tokens, depth: number): Block[] {
  switch (token.type) {
    case "paragraph_open":
      return [{ kind: "paragraph", runs: nextRuns(tokens) }];
    case "heading_open":
      return [{ kind: "heading", level: Number(token.tag.slice(1)) + levelsAbove, runs: nextRuns(tokens) }];
    case "fence":
    case "code_block":
      return [{ kind: "code", text: token.content.replace(/\n$/, ""), ...languageOf(token.info) }];
    case "maths_block":
      return [formulaOf(token, tokens)];
    case "hr":
      return [{ kind: "rule" }];
    case "blockquote_open": {
      const blocks = blocksUntil("blockquote_close", tokens, depth + 1);
      return depth < deepest ? [{ kind: "quote", blocks }] : blocks;
    }
    case "bullet_list_open":
    case "ordered_list_open": {
      const items = itemsUntil(token.type.replace("open", "close"), tokens, depth + 1);
      const from = token.type === "ordered_list_open" ? { from: Number(token.attrGet("start") ?? 1) } : {};
      return depth < deepest ? [{ kind: "list", items, ...from }] : items.flat();
    }
    case "table_open":
      return [tableOf(tokens)];
    default:
      return [];
  }
}

function nextRuns(tokens: Tokens): Run[] {
  return runsOf(tokens.next().value?.children ?? [], tokens);
}

function itemsUntil(end: string, tokens: Tokens, depth: number): Block[][] {
  const items: Block[][] = [];
  for (const token of tokens) {
    if (token.type === end) break;
    if (token.type === "list_item_open") items.push(blocksUntil("list_item_close", tokens, depth));
  }
  return items;
}

function tableOf(tokens: Tokens): Block {
  const aligned: ("start" | "left" | "center" | "right")[] = [];
  const rows: Run[][][] = [];
  for (const token of tokens) {
    if (token.type === "table_close") break;
    if (token.type === "tr_open") rows.push([]);
    if (token.type === "th_open") aligned.push(alignmentOf(token));
    if (token.type === "inline") rows.at(-1)?.push(runsOf(token.children ?? [], tokens));
  }
  const [head = [], ...others] = rows;
  return { kind: "table", aligned, head, rows: others };
}

function alignmentOf(token: Token): "start" | "left" | "center" | "right" {
  const [side] = /left|center|right/.exec(String(token.attrGet("class"))) ?? [];
  return (side as "left" | "center" | "right" | undefined) ?? "start";
}

function languageOf(info: string): { language?: string } {
  const [language] = /^[\w+#-]{1,30}/.exec(info.trim()) ?? [];
  return language ? { language: language.toLowerCase() } : {};
}
