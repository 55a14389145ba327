import { bearer, type Dialect, event, inPieces } from "../dialect.ts";
import type { ReportedUsage } from "../reply.ts";

const viewUsage = (usage: ReportedUsage) => ({
  prompt_tokens: usage.inputTokens,
  completion_tokens: usage.outputTokens,
  total_tokens: usage.inputTokens + usage.outputTokens,
  prompt_tokens_details: { cached_tokens: usage.cachedInputTokens ?? 0 },
  completion_tokens_details: { reasoning_tokens: usage.reasoningTokens ?? 0 },
});

/** Also what compatible servers speak. */
export const openAiChat: Dialect = {
  name: "openai-chat",
  modelOf: (path, { model }) => (path.endsWith("/chat/completions") ? String(model) : undefined),
  keyOf: bearer,
  complain: (status, message) => ({
    error: { message, type: errorTypes[status] ?? "server_error", param: null, code: null },
  }),
  write({ modelId, body }) {
    const id = `chatcmpl-${crypto.randomUUID()}`;
    const chunk = (choices: unknown[], more: object = {}) =>
      event({ id, object: "chat.completion.chunk", created: 1_760_000_000, model: modelId, choices, ...more });
    const delta = (delta: object, finish_reason: string | null = null) => chunk([{ index: 0, delta, finish_reason }]);
    let calls = 0;
    return {
      start: () => delta({ role: "assistant", content: "" }),
      text: (content) => delta({ content }),
      reasoning: (reasoning_content) => delta({ reasoning_content }),
      toolCall(callId, name, argumentsText) {
        const index = calls++;
        const head = { index, id: callId, type: "function", function: { name, arguments: "" } };
        const pieces = inPieces(argumentsText).map((text) =>
          delta({ tool_calls: [{ index, function: { arguments: text } }] }),
        );
        return [delta({ tool_calls: [head] }), ...pieces].join("");
      },
      usage: (usage) => chunk([], { usage: viewUsage(usage) }),
      fault: (type, message) => event({ error: { message, type, param: null, code: type } }),
      end(reason, usage) {
        const wantsUsage = (body.stream_options as { include_usage?: boolean } | undefined)?.include_usage === true;
        const last = usage && wantsUsage ? chunk([], { usage: viewUsage(usage) }) : "";
        return `${delta({}, reason)}${last}data: [DONE]\n\n`;
      },
    };
  },
};

const errorTypes: Record<number, string> = {
  400: "invalid_request_error",
  401: "invalid_request_error",
  404: "invalid_request_error",
  429: "rate_limit_exceeded",
};
