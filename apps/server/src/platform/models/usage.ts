import type { LanguageModelV4Usage } from "@ai-sdk/provider";
import { countTokens } from "./count-tokens.ts";
import type { ModelRequest, TokenUsage } from "./model.ts";

const nothing = { inputTokens: 0, cachedInputTokens: 0, cacheWriteTokens: 0, outputTokens: 0, reasoningTokens: 0 };

export const noTokens: TokenUsage = { ...nothing, quality: "estimated" };

/** What a provider reported; undefined where it left out one of the two numbers that money depends on. */
export function readUsage({ inputTokens, outputTokens }: LanguageModelV4Usage): TokenUsage | undefined {
  if (inputTokens.total === undefined || outputTokens.total === undefined) return undefined;
  return {
    inputTokens: inputTokens.total,
    cachedInputTokens: inputTokens.cacheRead ?? 0,
    cacheWriteTokens: inputTokens.cacheWrite ?? 0,
    outputTokens: outputTokens.total,
    reasoningTokens: outputTokens.reasoning ?? 0,
    quality: "reported",
  };
}

/** What text went in and came out, where no provider tells: after a stop, a cut, or from one that never reports. */
export function estimateUsage(request: ModelRequest, written: { text: string; reasoning: string }): TokenUsage {
  const reasoningTokens = countTokens(written.reasoning);
  return {
    ...nothing,
    inputTokens: countRequest(request),
    outputTokens: countTokens(written.text) + reasoningTokens,
    reasoningTokens,
    quality: "estimated",
  };
}

export const countRequest = (request: ModelRequest): number =>
  countTokens(textOf(request)) + request.messages.reduce((sum, message) => sum + seenTokens(message), 0);

/** Of pictures and documents, by whoever made them part of a message. */
const seenTokens = (message: ModelRequest["messages"][number]): number =>
  message.role === "user"
    ? message.parts.reduce((sum, part) => sum + (part.kind === "text" ? 0 : (part.tokens ?? 0)), 0)
    : 0;

function textOf({ messages, tools = [] }: ModelRequest): string {
  const said = messages.map((message) => {
    if (message.role === "tool") return message.output;
    if (message.role === "system") return message.text;
    if (message.role === "user") return message.parts.map((part) => (part.kind === "text" ? part.text : "")).join("\n");
    return message.text + (message.toolCalls.length > 0 ? JSON.stringify(message.toolCalls) : "");
  });
  return [...said, ...(tools.length > 0 ? [JSON.stringify(tools)] : [])].join("\n");
}
