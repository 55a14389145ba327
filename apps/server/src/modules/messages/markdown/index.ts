export type { AllowedMentions, Mention, Mentionable, RenderContext } from "./context.ts";
export {
  findMentionCandidates,
  type ParsedMessage,
  parseMessage,
  type RenderedMessage,
  renderMessage,
} from "./message.ts";
export { plainText } from "./plain-text.ts";
