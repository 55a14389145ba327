import { type Dialect, event } from "../dialect.ts";
import type { FinishReason, ReportedUsage } from "../reply.ts";

const finishReasons: Record<FinishReason, string> = {
  stop: "STOP",
  length: "MAX_TOKENS",
  tool_calls: "STOP",
  content_filter: "SAFETY",
};

const errorStatuses: Record<number, string> = {
  400: "INVALID_ARGUMENT",
  401: "UNAUTHENTICATED",
  403: "PERMISSION_DENIED",
  404: "NOT_FOUND",
  429: "RESOURCE_EXHAUSTED",
  500: "INTERNAL",
  503: "UNAVAILABLE",
};

const viewUsage = (usage: ReportedUsage) => ({
  promptTokenCount: usage.inputTokens,
  cachedContentTokenCount: usage.cachedInputTokens ?? 0,
  candidatesTokenCount: usage.outputTokens - (usage.reasoningTokens ?? 0),
  thoughtsTokenCount: usage.reasoningTokens ?? 0,
  totalTokenCount: usage.inputTokens + usage.outputTokens,
});

/** Its arguments are an object, not text: malformed ones have a word of their own. */
function readArguments(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const google: Dialect = {
  name: "google",
  modelOf: (path) => /\/models\/([^/:]+):streamGenerateContent$/.exec(path)?.[1],
  keyOf: (headers) => headers.get("x-goog-api-key"),
  complain: (status, message) => ({ error: { code: status, message, status: errorStatuses[status] ?? "UNKNOWN" } }),
  write({ modelId }) {
    const responseId = crypto.randomUUID();
    let isMalformed = false;
    const emit = (candidate: object, more: object = {}) =>
      event({ candidates: [{ index: 0, ...candidate }], modelVersion: modelId, responseId, ...more });
    const part = (one: object) => emit({ content: { role: "model", parts: [one] } });
    return {
      start: () => "",
      text: (text) => part({ text }),
      reasoning: (text) => part({ text, thought: true }),
      toolCall(id, name, argumentsText) {
        const args = readArguments(argumentsText);
        isMalformed ||= args === undefined;
        return args === undefined ? "" : part({ functionCall: { id, name, args } });
      },
      usage: (usage) => event({ usageMetadata: viewUsage(usage), modelVersion: modelId, responseId }),
      fault: (type, message) => event({ error: { code: 503, message, status: type } }),
      end: (reason, usage) =>
        emit(
          { finishReason: isMalformed ? "MALFORMED_FUNCTION_CALL" : finishReasons[reason] },
          usage ? { usageMetadata: viewUsage(usage) } : {},
        ),
    };
  },
};
