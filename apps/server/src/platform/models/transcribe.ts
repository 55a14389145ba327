/** A recording as words: by a service made for it, in OpenAI's form; or by a model of Google's, which listens itself. */

import { faultOf } from "./classify.ts";
import type { Gate } from "./gate.ts";
import { defaultLimits, transcriptionMs } from "./limits.ts";
import type {
  ModelEndpoint,
  ModelFaultKind,
  ModelLimits,
  ModelPart,
  ModelRequest,
  Recording,
  Transcript,
} from "./model.ts";
import { ModelFault } from "./model-fault.ts";
import { requireBaseUrl } from "./providers.ts";
import { retryWaitMs } from "./retry.ts";
import { Watch } from "./watch.ts";

export type Transcriber = {
  readonly gate: Gate;
  readonly limits: Partial<ModelLimits> | undefined;
  readonly random: () => number;
  /** What the same may be asked again for, at once. */
  readonly passing: ReadonlySet<ModelFaultKind>;
  fetchFor(endpoint: ModelEndpoint, timeoutMs: number): typeof fetch;
  /** Told why a try was given up for another. */
  onRetry(kind: ModelFaultKind): void;
};

export async function transcribe(
  endpoint: ModelEndpoint,
  recording: Recording,
  signal: AbortSignal,
  { gate, limits: given, random, passing, fetchFor, onRetry }: Transcriber,
): Promise<Transcript> {
  const limits = { ...defaultLimits, ...given, totalMs: transcriptionMs };
  const watch = new Watch(limits, signal);
  const tryOnce = async () => {
    const pass = gate.enter(endpoint);
    let outcome: ModelFaultKind | undefined;
    try {
      const words = await ask(endpoint, recording, fetchFor(endpoint, limits.totalMs), watch.signal);
      pass.answered();
      return words;
    } catch (error) {
      const fault = faultOf(watch.signal.aborted ? watch.signal.reason : error, endpoint.apiKey);
      outcome = fault.kind;
      throw fault;
    } finally {
      pass.end(outcome);
    }
  };
  try {
    for (let attempt = 0; ; attempt++) {
      try {
        return await tryOnce();
      } catch (error) {
        if (!(error instanceof ModelFault) || !error.retryable) throw error;
        const waitMs = retryWaitMs(error, attempt, random);
        if (!passing.has(error.kind) || attempt >= limits.retries || waitMs > limits.retryWaitMs) throw error;
        onRetry(error.kind);
        await watch.wait(waitMs);
      }
    }
  } finally {
    watch.end();
  }
}

async function ask(
  endpoint: ModelEndpoint,
  { bytes: audio, mediaType }: Recording,
  fetch: typeof globalThis.fetch,
  abortSignal: AbortSignal,
): Promise<Transcript> {
  const { createOpenAI } = await import("@ai-sdk/openai");
  const provider = createOpenAI({ baseURL: requireBaseUrl(endpoint), apiKey: endpoint.apiKey ?? "", fetch });
  const model = provider.transcription(endpoint.modelId);
  const { text, durationInSeconds } = await model.doGenerate({ audio, mediaType, abortSignal });
  return { text: text.trim(), seconds: durationInSeconds ?? null, usage: null };
}

const wish =
  "Write down word for word what is said in this recording, in its language, and nothing else. If nothing is said, write nothing.";

/** A model that listens answers as it always does, and tells what it read. */
export async function listen(
  stream: (request: ModelRequest) => AsyncIterable<ModelPart>,
  recording: Recording,
): Promise<Transcript> {
  let text = "";
  let usage: Transcript["usage"] = null;
  const parts = [{ kind: "text", text: wish } as const, { kind: "file", ...recording } as const];
  for await (const part of stream({ messages: [{ role: "user", parts }], temperature: 0 })) {
    if (part.kind === "text") text += part.text;
    if (part.kind === "end") usage = part.usage;
  }
  return { text: text.trim(), seconds: null, usage };
}
