/** The SDK's clients, each loaded when it is first needed. Address and key are always given: else they read the environment. */
import type { LanguageModelV4 } from "@ai-sdk/provider";
import type { ModelEndpoint, ProviderKind } from "./model.ts";
import { ModelFault } from "./model-fault.ts";

const publicUrls = {
  openai: "https://api.openai.com/v1",
  anthropic: "https://api.anthropic.com/v1",
  google: "https://generativelanguage.googleapis.com/v1beta",
  compatible: null,
} as const satisfies Record<ProviderKind, string | null>;

export function requireBaseUrl({ kind, baseUrl }: Pick<ModelEndpoint, "kind" | "baseUrl">): string {
  const url = (baseUrl ?? publicUrls[kind])?.replace(/\/+$/, "");
  if (!url) throw new ModelFault("bad_request", { detail: "A compatible provider needs an address." });
  return url;
}

export async function openModel(endpoint: ModelEndpoint, fetch: typeof globalThis.fetch): Promise<LanguageModelV4> {
  const { kind, api, modelId } = endpoint;
  const settings = { baseURL: requireBaseUrl(endpoint), apiKey: endpoint.apiKey ?? "", fetch };
  if (kind === "openai") {
    const provider = (await import("@ai-sdk/openai")).createOpenAI(settings);
    return api === "chat" ? provider.chat(modelId) : provider.responses(modelId);
  }
  if (kind === "anthropic") return (await import("@ai-sdk/anthropic")).createAnthropic(settings)(modelId);
  if (kind === "google") return (await import("@ai-sdk/google")).createGoogle(settings)(modelId);
  const { createOpenAICompatible } = await import("@ai-sdk/openai-compatible");
  const keyed = { ...settings, apiKey: endpoint.apiKey ?? undefined, name: "compatible", includeUsage: true };
  return createOpenAICompatible(keyed)(modelId);
}
