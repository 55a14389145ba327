export { messageBlocks } from "./blocks.ts";
export { bodyText } from "./body-text.ts";
export type { Mentionable, RenderContext } from "./context.ts";
export {
  findMentionCandidates,
  type ParsedMessage,
  parseMessage,
  renderMessage,
} from "./message.ts";
export { plainText } from "./plain-text.ts";
