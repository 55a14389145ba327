/** One request to one model, from the first byte to its end. */
import type { LanguageModelV4StreamPart, LanguageModelV4Usage } from "@ai-sdk/provider";
import type { ModelEndpoint, ModelLimits, ModelPart, ModelRequest } from "./model.ts";
import { ModelFault } from "./model-fault.ts";
import { shapeCall } from "./prompt.ts";
import { openModel } from "./providers.ts";
import { readEndReason, readToolCall } from "./read-part.ts";
import { estimateUsage, readUsage } from "./usage.ts";
import type { Watch } from "./watch.ts";

export type AttemptOptions = {
  readonly endpoint: ModelEndpoint;
  readonly request: ModelRequest;
  readonly limits: ModelLimits;
  readonly watch: Watch;
  readonly fetch: typeof fetch;
  readonly onFirstToken: () => void;
};

export class Attempt {
  text = "";
  reasoning = "";
  hasBegun = false;
  /** Given out with the end only: in an answer that breaks off, half a call looks like a whole one. */
  readonly #toolCalls: ModelPart[] = [];
  #length = 0;
  #modelId: string;

  constructor(private readonly options: AttemptOptions) {
    this.#modelId = options.endpoint.modelId;
  }

  async *parts(): AsyncGenerator<ModelPart> {
    const { endpoint, request, watch, fetch } = this.options;
    watch.expectFirstToken();
    const model = await openModel(endpoint, fetch);
    const { stream } = await model.doStream({ ...shapeCall(endpoint, request), abortSignal: watch.signal });
    const reader = stream.getReader();
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) throw new ModelFault("cut");
        const part = this.#read(value);
        if (part === undefined) continue;
        watch.rest();
        if (part.kind === "end") yield* this.#toolCalls;
        yield part;
        if (part.kind === "end") return;
        watch.expectToken();
      }
    } finally {
      watch.rest();
      void reader.cancel().catch(() => undefined);
    }
  }

  #read(part: LanguageModelV4StreamPart): ModelPart | undefined {
    switch (part.type) {
      case "text-delta":
        this.text += this.#hear(part.delta);
        return part.delta === "" ? undefined : { kind: "text", text: part.delta };
      case "reasoning-delta":
        this.reasoning += this.#hear(part.delta);
        return part.delta === "" ? undefined : { kind: "reasoning", text: part.delta };
      case "tool-input-delta":
        this.#hear(part.delta);
        return undefined;
      case "tool-call":
        this.#hear("");
        this.#toolCalls.push(readToolCall(part));
        return undefined;
      case "response-metadata":
        this.#modelId = part.modelId ?? this.#modelId;
        return undefined;
      case "error":
        throw part.error;
      case "finish": {
        const reason = readEndReason(part.finishReason);
        if (reason === undefined) throw new ModelFault("cut");
        return { kind: "end", reason, usage: this.#usageOf(part.usage), modelId: this.#modelId };
      }
      default:
        return undefined;
    }
  }

  /** A sign of life, and a bound for what is kept of it. */
  #hear(delta: string): string {
    const { watch, limits, onFirstToken } = this.options;
    if (!this.hasBegun) onFirstToken();
    this.hasBegun = true;
    watch.expectToken();
    this.#length += delta.length;
    if (this.#length > limits.answerLength) throw new ModelFault("too_large");
    return delta;
  }

  #usageOf(usage: LanguageModelV4Usage) {
    return readUsage(usage) ?? estimateUsage(this.options.request, this);
  }
}
