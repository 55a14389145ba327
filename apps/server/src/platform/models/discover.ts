import { z } from "zod";
import type { Egress } from "../egress/index.ts";
import { complaint, faultOf } from "./classify.ts";
import type { DiscoveredModel, ModelEndpoint, ProviderKind } from "./model.ts";
import { ModelFault } from "./model-fault.ts";
import { requireBaseUrl } from "./providers.ts";

const policy = { maxBytes: 10 * 1024 ** 2, timeoutMs: 15_000 };

type Dialect = {
  readonly query: string;
  headers(apiKey: string): Record<string, string>;
  readonly list: z.ZodType<DiscoveredModel[]>;
};

const context = z.number().int().positive().nullish().catch(null);

/** Compatible servers tell the size of the context under names of their own, if at all. */
const openAiDialect: Dialect = {
  query: "",
  headers: (apiKey) => ({ authorization: `Bearer ${apiKey}` }),
  list: z
    .object({
      data: z.array(
        z
          .object({
            id: z.string(),
            name: z.string().nullish().catch(null),
            context_length: context,
            max_model_len: context,
          })
          .transform(({ id, name, context_length, max_model_len }) => {
            return { id, name: name || id, contextTokens: context_length ?? max_model_len ?? null };
          }),
      ),
    })
    .transform(({ data }) => data),
};

const dialects: Record<ProviderKind, Dialect> = {
  openai: openAiDialect,
  compatible: openAiDialect,
  anthropic: {
    query: "?limit=1000",
    headers: (apiKey) => ({ "x-api-key": apiKey, "anthropic-version": "2023-06-01" }),
    list: z
      .object({
        data: z.array(
          z
            .object({ id: z.string(), display_name: z.string().nullish(), max_input_tokens: context })
            .transform(({ id, display_name, max_input_tokens }) => {
              return { id, name: display_name || id, contextTokens: max_input_tokens ?? null };
            }),
        ),
      })
      .transform(({ data }) => data),
  },
  google: {
    query: "?pageSize=1000",
    headers: (apiKey) => ({ "x-goog-api-key": apiKey }),
    list: z
      .object({
        models: z.array(
          z.object({
            name: z.string(),
            displayName: z.string().nullish(),
            inputTokenLimit: context,
            supportedGenerationMethods: z.array(z.string()).catch([]),
          }),
        ),
      })
      .transform(({ models }) =>
        models
          .filter(({ supportedGenerationMethods }) => supportedGenerationMethods.includes("generateContent"))
          .map(({ name, displayName, inputTokenLimit }) => {
            const id = name.replace(/^models\//, "");
            return { id, name: displayName || id, contextTokens: inputTokenLimit ?? null };
          }),
      ),
  },
};

export async function discoverModels(
  endpoint: Omit<ModelEndpoint, "modelId">,
  { egress, signal }: { egress: Egress; signal: AbortSignal },
): Promise<DiscoveredModel[]> {
  const { kind, apiKey } = endpoint;
  const { query, headers, list } = dialects[kind];
  const address = `${requireBaseUrl(endpoint)}/models${query}`;
  try {
    const response = await egress.fetch(address, { headers: apiKey ? headers(apiKey) : {}, signal }, policy);
    const text = await response.text();
    if (!response.ok) throw complaint(response.status, text, { apiKey });
    const read = list.safeParse(parse(text));
    if (!read.success)
      throw new ModelFault("unavailable", { detail: "It answered with something that is no list of models." });
    return read.data.sort((a, b) => a.id.localeCompare(b.id));
  } catch (error) {
    throw faultOf(error, apiKey);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
