import type { LanguageModelV4FinishReason, LanguageModelV4ToolCall } from "@ai-sdk/provider";
import type { ModelEndReason, ModelPart } from "./model.ts";

const endReasons: Partial<Record<LanguageModelV4FinishReason["unified"], ModelEndReason>> = {
  stop: "stop",
  length: "length",
  "tool-calls": "tool_calls",
  "content-filter": "content_filter",
};

/** Undefined where the stream stopped without the model having come to its end. */
export function readEndReason({ unified, raw }: LanguageModelV4FinishReason): ModelEndReason | undefined {
  return endReasons[unified] ?? (raw === undefined ? undefined : "other");
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
