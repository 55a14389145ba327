import type { Metrics } from "./registry.ts";

export type ModelMetrics = ReturnType<typeof createModelMetrics>;

type Tokens = { readonly inputTokens: number; readonly outputTokens: number };

export function createModelMetrics(metrics: Metrics) {
  const calls = metrics.counter({
    name: "althing_model_calls_total",
    help: "Requests to language models by kind of provider and outcome: answered, or the kind of fault.",
    labels: ["provider", "outcome"],
  });
  const firstTokens = metrics.histogram({
    name: "althing_model_first_token_seconds",
    help: "Time from a request to the first token of its answer.",
    labels: ["provider"],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 30, 60],
  });
  const tokens = metrics.counter({
    name: "althing_model_tokens_total",
    help: "Tokens that were read and written, reported by the providers or else estimated.",
    labels: ["provider", "direction"],
  });

  return {
    called: (provider: string, outcome: string) => calls.add({ provider, outcome }),
    firstToken: (provider: string, seconds: number) => firstTokens.observe({ provider }, seconds),
    used(provider: string, { inputTokens, outputTokens }: Tokens) {
      tokens.add({ provider, direction: "input" }, inputTokens);
      tokens.add({ provider, direction: "output" }, outputTokens);
    },
  };
}
