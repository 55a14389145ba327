import type { LanguageModelV4FinishReason, LanguageModelV4ToolCall } from "@ai-sdk/provider";
import type { ModelEndReason, ModelPart } from "./model.ts";

const endReasons = {
  stop: "stop",
  length: "length",
  "tool-calls": "tool_calls",
  "content-filter": "content_filter",
  other: "other",
} as const satisfies Record<Exclude<LanguageModelV4FinishReason["unified"], "error" | "interrupted">, ModelEndReason>;

/** Undefined where the stream stopped without the model having come to its end. */
export function readEndReason({ unified }: LanguageModelV4FinishReason): ModelEndReason | undefined {
  return unified === "error" || unified === "interrupted" ? undefined : endReasons[unified];
}

/** Models write arguments as text, and sometimes not well: that is for the model to mend, not an error of ours. */
export function readToolCall({ toolCallId: id, toolName: name, input }: LanguageModelV4ToolCall): ModelPart {
  const invalid = (reason: string) => ({ kind: "invalid_tool_call", id, name, text: input, reason }) as const;
  try {
    const parsed: unknown = JSON.parse(input.trim() || "{}");
    const isObject = typeof parsed === "object" && parsed !== null && !Array.isArray(parsed);
    return isObject ? { kind: "tool_call", id, name, arguments: parsed } : invalid("The arguments are no JSON object.");
  } catch {
    return invalid("The arguments are not valid JSON.");
  }
}
