export type ListedModel = { readonly id: string; readonly name: string; readonly contextTokens: number };

/** The list of models in the words of whoever asks: each provider's clients say who they are. */
export function listModels(models: readonly ListedModel[], headers: Headers): unknown {
  if (headers.has("x-goog-api-key")) {
    return {
      models: models.map(({ id, name, contextTokens }) => ({
        name: `models/${id}`,
        version: "001",
        displayName: name,
        inputTokenLimit: contextTokens,
        outputTokenLimit: 8_192,
        supportedGenerationMethods: ["generateContent", "countTokens"],
      })),
    };
  }
  if (headers.has("anthropic-version")) {
    const data = models.map(({ id, name, contextTokens }) => {
      return {
        type: "model",
        id,
        display_name: name,
        created_at: "2026-01-01T00:00:00Z",
        max_input_tokens: contextTokens,
      };
    });
    return { data, has_more: false, first_id: data[0]?.id ?? null, last_id: data.at(-1)?.id ?? null };
  }
  const data = models.map(({ id, name, contextTokens }) => {
    return { id, object: "model", created: 1_760_000_000, owned_by: "fake", name, context_length: contextTokens };
  });
  return { object: "list", data };
}
