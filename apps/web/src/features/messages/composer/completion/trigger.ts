import { isInCode } from "../editing/passage.ts";

/** What is being written that can be completed: from its sign on up to the caret. */
export type Trigger = { readonly sign: "@" | "#" | ":" | "/"; readonly from: number; readonly query: string };

// A sign counts where a word could begin: not inside of an address, a time or a path.
const named = /(?:^|[\s([{"'«„“>*_~|])([@#])([\p{L}\p{N}._-]{0,32})$/u;
const emoji = /(?:^|[^\p{L}\p{N}:/])(:)([\p{L}\p{N}_+-]{2,32})$/u;
const command = /^(\/)([a-z0-9_-]*)$/i;

export function findTrigger(text: string, caret: number): Trigger | undefined {
  const before = text.slice(0, caret);
  const found = command.exec(before) ?? named.exec(before) ?? emoji.exec(before);
  if (!found || isInCode(text, caret)) return undefined;
  const [, sign = "", query = ""] = found;
  return { sign: sign as Trigger["sign"], from: caret - query.length - 1, query };
}
