import type { LanguageModelV4CallOptions, LanguageModelV4Message, LanguageModelV4Prompt } from "@ai-sdk/provider";
import type { ModelEndpoint, ModelMessage, ModelRequest, ModelUserPart } from "./model.ts";

/** The request in the SDK's words. What the system says goes first: not every provider takes it in between. */
export function shapeCall(endpoint: ModelEndpoint, request: ModelRequest): LanguageModelV4CallOptions {
  const { messages, tools = [], temperature, topP, maxOutputTokens } = request;
  const system = messages.filter(({ role }) => role === "system");
  const others = messages.filter(({ role }) => role !== "system");
  const isOpenAi = endpoint.kind === "openai";
  return {
    prompt: [...system, ...others].flatMap((message) => shapeMessage(endpoint, message)),
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

function shapeMessage(endpoint: ModelEndpoint, message: ModelMessage): LanguageModelV4Prompt {
  if (message.role === "system") return [{ role: "system", content: message.text }];
  if (message.role === "user")
    return [{ role: "user", content: message.parts.map((part) => shapeUserPart(endpoint, part)) }];
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

const documentType = "application/pdf";

/** Compatible services speak OpenAI's language, but few of them read documents. */
const takes = ({ kind, takesImages = true }: ModelEndpoint, mediaType: string): boolean =>
  takesImages && (mediaType !== documentType || kind !== "compatible");

/** Files of text are shown as text, which every model reads. */
function shapeUserPart(endpoint: ModelEndpoint, part: ModelUserPart): UserContent {
  if (part.kind === "text") return { type: "text", text: part.text };
  const { mediaType, bytes, name, instead } = part;
  if (instead !== undefined && !takes(endpoint, mediaType)) return { type: "text", text: instead };
  if (!textTypes.test(mediaType)) {
    return { type: "file", mediaType, data: { type: "data", data: bytes }, ...(name && { filename: name }) };
  }
  return { type: "text", text: `<file name="${name ?? "file"}">\n${new TextDecoder().decode(bytes)}\n</file>` };
}
