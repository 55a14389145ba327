// Pure: a file of many conversations in portions that the server takes. Read once here, it may be as large as it likes.
import { chats } from "@althing/contract";

const { conversationsAtOnce, importBytes } = chats.conversationLimits;
/** Room for what stands around a portion in its request. */
const portionBytes = importBytes - 64 * 1_024;

export type Portions = {
  /** Each is what a file of its own could hold. */
  portions: readonly { content: unknown; count: number }[];
  /** How many conversations are larger than the server takes. */
  tooLarge: number;
};

export function portionsOf(content: unknown): Portions {
  const all = Array.isArray(content) ? content : [content];
  const sized = all.map((one: unknown) => ({ one, bytes: new Blob([JSON.stringify(one) ?? ""]).size + 1 }));
  const fitting = sized.filter(({ bytes }) => bytes <= portionBytes);
  const groups: { list: unknown[]; bytes: number }[] = [];
  for (const { one, bytes } of fitting) {
    const last = groups.at(-1);
    if (last && last.list.length < conversationsAtOnce && last.bytes + bytes <= portionBytes) {
      last.list.push(one);
      last.bytes += bytes;
    } else groups.push({ list: [one], bytes });
  }
  return {
    portions: groups.map(({ list }) => ({ content: list, count: list.length })),
    tooLarge: sized.length - fitting.length,
  };
}
