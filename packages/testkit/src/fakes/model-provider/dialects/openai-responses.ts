import { bearer, type Dialect, event, inPieces } from "../dialect.ts";
import type { FinishReason, ReportedUsage } from "../reply.ts";
import { openAiChat } from "./openai-chat.ts";

const viewUsage = (usage: ReportedUsage) => ({
  input_tokens: usage.inputTokens,
  input_tokens_details: { cached_tokens: usage.cachedInputTokens ?? 0 },
  output_tokens: usage.outputTokens,
  output_tokens_details: { reasoning_tokens: usage.reasoningTokens ?? 0 },
  total_tokens: usage.inputTokens + usage.outputTokens,
});

const incomplete: Partial<Record<FinishReason, string>> = {
  length: "max_output_tokens",
  content_filter: "content_filter",
};

export const openAiResponses: Dialect = {
  name: "openai-responses",
  modelOf: (path, { model }) => (path.endsWith("/responses") ? String(model) : undefined),
  keyOf: bearer,
  complain: openAiChat.complain,
  write({ modelId }) {
    const id = `resp_${crypto.randomUUID()}`;
    let sequence = 0;
    let outputIndex = -1;
    let open: { kind: "message" | "reasoning"; itemId: string; text: string } | undefined;
    const emit = (type: string, more: object) => event({ type, sequence_number: sequence++, ...more }, type);
    const response = (status: string, more: object = {}) => ({
      response: { id, object: "response", created_at: 1_760_000_000, model: modelId, status, output: [], ...more },
    });
    const place = (itemId: string) => ({ item_id: itemId, output_index: outputIndex });

    function openItem(kind: "message" | "reasoning"): string {
      if (open?.kind === kind) return "";
      const closed = closeItem();
      outputIndex += 1;
      open = { kind, itemId: `${kind === "message" ? "msg" : "rs"}_${crypto.randomUUID()}`, text: "" };
      const { itemId } = open;
      const item =
        kind === "message"
          ? { id: itemId, type: "message", status: "in_progress", role: "assistant", content: [] }
          : { id: itemId, type: "reasoning", summary: [] };
      const part =
        kind === "message"
          ? emit("response.content_part.added", {
              ...place(itemId),
              content_index: 0,
              part: { type: "output_text", text: "", annotations: [] },
            })
          : emit("response.reasoning_summary_part.added", {
              ...place(itemId),
              summary_index: 0,
              part: { type: "summary_text", text: "" },
            });
      return closed + emit("response.output_item.added", { output_index: outputIndex, item }) + part;
    }

    function closeItem(): string {
      if (!open) return "";
      const { kind, itemId, text } = open;
      open = undefined;
      if (kind === "reasoning") {
        const item = { id: itemId, type: "reasoning", summary: [{ type: "summary_text", text }] };
        return (
          emit("response.reasoning_summary_part.done", { ...place(itemId), summary_index: 0, part: item.summary[0] }) +
          emit("response.output_item.done", { output_index: outputIndex, item })
        );
      }
      const content = [{ type: "output_text", text, annotations: [] }];
      const item = { id: itemId, type: "message", status: "completed", role: "assistant", content };
      return (
        emit("response.output_text.done", { ...place(itemId), content_index: 0, text }) +
        emit("response.content_part.done", { ...place(itemId), content_index: 0, part: content[0] }) +
        emit("response.output_item.done", { output_index: outputIndex, item })
      );
    }

    function add(kind: "message" | "reasoning", delta: string): string {
      const opened = openItem(kind);
      if (!open) return opened;
      open.text += delta;
      const type = kind === "message" ? "response.output_text.delta" : "response.reasoning_summary_text.delta";
      const at = kind === "message" ? { content_index: 0 } : { summary_index: 0 };
      return opened + emit(type, { ...place(open.itemId), ...at, delta });
    }

    return {
      start: () =>
        emit("response.created", response("in_progress")) + emit("response.in_progress", response("in_progress")),
      text: (delta) => add("message", delta),
      reasoning: (delta) => add("reasoning", delta),
      toolCall(callId, name, argumentsText) {
        const closed = closeItem();
        outputIndex += 1;
        const itemId = `fc_${crypto.randomUUID()}`;
        const item = { id: itemId, type: "function_call", status: "in_progress", call_id: callId, name, arguments: "" };
        return [
          closed,
          emit("response.output_item.added", { output_index: outputIndex, item }),
          ...inPieces(argumentsText).map((delta) =>
            emit("response.function_call_arguments.delta", { ...place(itemId), delta }),
          ),
          emit("response.function_call_arguments.done", { ...place(itemId), name, arguments: argumentsText }),
          emit("response.output_item.done", {
            output_index: outputIndex,
            item: { ...item, status: "completed", arguments: argumentsText },
          }),
        ].join("");
      },
      usage: (usage) => emit("response.in_progress", response("in_progress", { usage: viewUsage(usage) })),
      fault: (type, message) => emit("error", { code: type, message, param: null }),
      end(reason, usage) {
        const why = incomplete[reason];
        const more = { usage: usage && viewUsage(usage), incomplete_details: why ? { reason: why } : null };
        return (
          closeItem() +
          emit(why ? "response.incomplete" : "response.completed", response(why ? "incomplete" : "completed", more))
        );
      },
    };
  },
};
