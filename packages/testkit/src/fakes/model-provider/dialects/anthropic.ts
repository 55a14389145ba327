import { type Dialect, event, inPieces } from "../dialect.ts";
import type { FinishReason, ReportedUsage } from "../reply.ts";

const viewUsage = ({ inputTokens, cachedInputTokens = 0, outputTokens }: ReportedUsage) => ({
  input_tokens: inputTokens - cachedInputTokens,
  cache_creation_input_tokens: 0,
  cache_read_input_tokens: cachedInputTokens,
  output_tokens: outputTokens,
});

const stopReasons: Record<FinishReason, string> = {
  stop: "end_turn",
  length: "max_tokens",
  tool_calls: "tool_use",
  content_filter: "refusal",
};

const errorTypes: Record<number, string> = {
  400: "invalid_request_error",
  401: "authentication_error",
  403: "permission_error",
  404: "not_found_error",
  413: "request_too_large",
  429: "rate_limit_error",
  529: "overloaded_error",
};

export const anthropic: Dialect = {
  name: "anthropic",
  modelOf: (path, { model }) => (path.endsWith("/messages") ? String(model) : undefined),
  keyOf: (headers) => headers.get("x-api-key"),
  complain: (status, message) => ({ type: "error", error: { type: errorTypes[status] ?? "api_error", message } }),
  write({ modelId }) {
    let index = -1;
    let open: "text" | "thinking" | undefined;
    const emit = (type: string, more: object = {}) => event({ type, ...more }, type);
    const close = () => {
      const signed =
        open === "thinking"
          ? emit("content_block_delta", { index, delta: { type: "signature_delta", signature: "c2lnbmVk" } })
          : "";
      const closed = open ? signed + emit("content_block_stop", { index }) : "";
      open = undefined;
      return closed;
    };
    const enter = (kind: "text" | "thinking") => {
      if (open === kind) return "";
      const closed = close();
      index += 1;
      open = kind;
      const content_block =
        kind === "text" ? { type: "text", text: "" } : { type: "thinking", thinking: "", signature: "" };
      return closed + emit("content_block_start", { index, content_block });
    };
    return {
      start: () =>
        emit("message_start", {
          message: {
            id: `msg_${crypto.randomUUID()}`,
            type: "message",
            role: "assistant",
            model: modelId,
            content: [],
            stop_reason: null,
            stop_sequence: null,
            usage: { input_tokens: 1, cache_creation_input_tokens: 0, cache_read_input_tokens: 0, output_tokens: 1 },
          },
        }) + emit("ping"),
      text: (text) => enter("text") + emit("content_block_delta", { index, delta: { type: "text_delta", text } }),
      reasoning: (thinking) =>
        enter("thinking") + emit("content_block_delta", { index, delta: { type: "thinking_delta", thinking } }),
      toolCall(id, name, argumentsText) {
        const closed = close();
        index += 1;
        return [
          closed,
          emit("content_block_start", { index, content_block: { type: "tool_use", id, name, input: {} } }),
          ...["", ...inPieces(argumentsText)].map((partial_json) =>
            emit("content_block_delta", { index, delta: { type: "input_json_delta", partial_json } }),
          ),
          emit("content_block_stop", { index }),
        ].join("");
      },
      usage: (usage) =>
        emit("message_delta", { delta: { stop_reason: null, stop_sequence: null }, usage: viewUsage(usage) }),
      fault: (type, message) => emit("error", { error: { type, message } }),
      end(reason, usage) {
        const counted = usage && viewUsage(usage);
        const delta = { stop_reason: stopReasons[reason], stop_sequence: null };
        return (
          close() + emit("message_delta", { delta, usage: counted ?? { output_tokens: 0 } }) + emit("message_stop")
        );
      },
    };
  },
};
