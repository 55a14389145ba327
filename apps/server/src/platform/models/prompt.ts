import type { LanguageModelV4CallOptions, LanguageModelV4Message, LanguageModelV4Prompt } from "@ai-sdk/provider";
import type { ModelEndpoint, ModelMessage, ModelRequest, ModelUserPart } from "./model.ts";

/** The request in the SDK's words. What the system says goes first: not every provider takes it in between. */
export function shapeCall(endpoint: ModelEndpoint, request: ModelRequest): LanguageModelV4CallOptions {
  const { messages, tools = [], temperature, topP, maxOutputTokens } = request;
  const system = messages.filter(({ role }) => role === "system");
  const others = messages.filter(({ role }) => role !== "system");
  const isOpenAi = endpoint.kind === "openai";
  return {
    prompt: [...system, ...others].flatMap(shapeMessage),
    ...(tools.length > 0 && {
      tools: tools.map(({ name, description, inputSchema }) => ({
        type: "function",
        name,
        description,
        inputSchema,
        // OpenAI would else make every field required, which tools of others were not written for.
        ...(isOpenAi && { strict: false }),
      })),
    }),
    temperature,
    topP,
    maxOutputTokens,
    // Conversations are kept here and nowhere else.
    ...(isOpenAi && { providerOptions: { openai: { store: false } } }),
  };
}

function shapeMessage(message: ModelMessage): LanguageModelV4Prompt {
  if (message.role === "system") return [{ role: "system", content: message.text }];
  if (message.role === "user") return [{ role: "user", content: message.parts.map(shapeUserPart) }];
  if (message.role === "assistant") return shapeAssistant(message);
  const { callId: toolCallId, name: toolName, output: value, failed } = message;
  const output = { type: failed ? "error-text" : "text", value } as const;
  return [{ role: "tool", content: [{ type: "tool-result", toolCallId, toolName, output }] }];
}

/** Providers refuse an answer in which nothing stands. */
function shapeAssistant({ text, toolCalls }: Extract<ModelMessage, { role: "assistant" }>): LanguageModelV4Message[] {
  const calls = toolCalls.map(({ id, name, arguments: input }) => {
    return { type: "tool-call", toolCallId: id, toolName: name, input } as const;
  });
  const content = [...(text === "" ? [] : [{ type: "text", text } as const]), ...calls];
  return content.length === 0 ? [] : [{ role: "assistant", content }];
}

type UserContent = Extract<LanguageModelV4Message, { role: "user" }>["content"][number];

const textTypes = /^text\/|[/+](json|xml|yaml)$/;

/** Files of text are shown as text, which every model reads. */
function shapeUserPart(part: ModelUserPart): UserContent {
  if (part.kind === "text") return { type: "text", text: part.text };
  const { mediaType, bytes, name } = part;
  if (!textTypes.test(mediaType)) {
    return { type: "file", mediaType, data: { type: "data", data: bytes }, ...(name && { filename: name }) };
  }
  return { type: "text", text: `<file name="${name ?? "file"}">\n${new TextDecoder().decode(bytes)}\n</file>` };
}
