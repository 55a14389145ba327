/** Language models of any provider in one form: bounded, spared when they fail, and never waited for without end. */
import type { Egress } from "../egress/index.ts";
import type { ModelMetrics } from "../telemetry/index.ts";
import { Attempt } from "./attempt.ts";
import { faultOf } from "./classify.ts";
import { countTokens } from "./count-tokens.ts";
import { discoverModels } from "./discover.ts";
import { Gate } from "./gate.ts";
import { defaultLimits, hastyLimits } from "./limits.ts";
import type {
  ModelChosen,
  ModelEndpoint,
  ModelFaultKind,
  ModelLimits,
  ModelPart,
  ModelRequest,
  ModelStreamOptions,
  Models,
  TokenUsage,
} from "./model.ts";
import { ModelFault } from "./model-fault.ts";
import { retryWaitMs } from "./retry.ts";
import { listen, transcribe } from "./transcribe.ts";
import { countRequest, estimateUsage } from "./usage.ts";
import { Watch } from "./watch.ts";
import { createWire } from "./wire.ts";

export type ModelsOptions = {
  readonly egress: Egress;
  /** Asked at each call, so that they may change while running. */
  readonly limits?: () => Partial<ModelLimits>;
  readonly streamsPerCredential?: () => number;
  readonly metrics?: ModelMetrics;
  readonly clock?: () => Date;
  readonly now?: () => number;
  readonly random?: () => number;
};

/** What may have cost tokens although nothing of it came back. */
const costly: ReadonlySet<ModelFaultKind> = new Set([
  "first_token_timeout",
  "total_timeout",
  "cut",
  "stopped",
  "too_large",
]);

/** What ends on our side. */
const brokenOff: ReadonlySet<ModelFaultKind> = new Set([
  "first_token_timeout",
  "token_timeout",
  "total_timeout",
  "stopped",
  "too_large",
]);

/** What the same may be asked again for, at once. */
const passing: ReadonlySet<ModelFaultKind> = new Set(["rate_limited", "overloaded", "unavailable", "network", "cut"]);

type Ended = { request: ModelRequest; attempt: Attempt; reported: TokenUsage | undefined; kind: ModelFaultKind };

/** Before its first token a provider's own word holds; broken off by us it may have used more. */
function usageOf({ request, attempt, reported, kind }: Ended): TokenUsage | undefined {
  const { hasBegun } = attempt;
  if (!hasBegun && reported) return brokenOff.has(kind) ? { ...reported, quality: "estimated" } : reported;
  return hasBegun || costly.has(kind) ? estimateUsage(request, attempt) : undefined;
}

const isUsed = ({ inputTokens, outputTokens }: TokenUsage): boolean => inputTokens + outputTokens > 0;

export function createModels(options: ModelsOptions): Models {
  const { egress, metrics, clock = () => new Date(), now = () => performance.now(), random = Math.random } = options;
  const gate = new Gate({ streamsPerCredential: options.streamsPerCredential ?? (() => 200), clock, now });

  async function* tryOnce(endpoint: ModelEndpoint, request: ModelRequest, limits: ModelLimits, watch: Watch) {
    const pass = gate.enter(endpoint);
    const startedAt = now();
    let reported: TokenUsage | undefined;
    const onUsage = (usage: TokenUsage) => {
      reported = usage;
    };
    const fetch = createWire({ egress, apiKey: endpoint.apiKey, timeoutMs: limits.totalMs, clock, onUsage });
    const onFirstToken = () => {
      pass.answered();
      metrics?.firstToken(endpoint.kind, (now() - startedAt) / 1_000);
    };
    const attempt = new Attempt({ endpoint, request, limits, watch, fetch, onFirstToken });
    let outcome: ModelFaultKind | undefined = "stopped";
    try {
      for await (const part of attempt.parts()) {
        if (part.kind === "end") {
          outcome = undefined;
          metrics?.used(endpoint.kind, part.usage);
        }
        yield part;
      }
    } catch (error) {
      const fault = faultOf(watch.signal.aborted ? watch.signal.reason : error, endpoint.apiKey);
      outcome = fault.kind;
      const { text, hasBegun } = attempt;
      const usage = usageOf({ request, attempt, reported, kind: fault.kind });
      if (usage) metrics?.used(endpoint.kind, usage);
      throw fault.with({ ...(usage && { usage }), text, hasBegun });
    } finally {
      pass.end(outcome);
      metrics?.called(endpoint.kind, outcome ?? "answered");
    }
  }

  async function* stream(
    endpoint: ModelEndpoint,
    request: ModelRequest,
    { signal, onLost, ...given }: ModelStreamOptions,
  ) {
    if (signal.aborted) throw new ModelFault("stopped");
    const limits = { ...defaultLimits, ...options.limits?.(), ...given.limits };
    const watch = new Watch(limits, signal);
    try {
      for (let attempt = 0; ; attempt++) {
        try {
          return yield* tryOnce(endpoint, request, limits, watch);
        } catch (error) {
          if (!(error instanceof ModelFault) || error.hasBegun || !error.retryable) throw error;
          const waitMs = retryWaitMs(error, attempt, random);
          if (!passing.has(error.kind) || attempt >= limits.retries || waitMs > limits.retryWaitMs) throw error;
          if (isUsed(error.usage)) onLost?.(0, error.usage);
          await watch.wait(waitMs);
        }
      }
    } finally {
      watch.end();
    }
  }

  async function* streamFirst(
    endpoints: readonly ModelEndpoint[],
    request: ModelRequest,
    { signal, limits, onLost }: ModelStreamOptions,
  ): AsyncGenerator<ModelChosen | ModelPart> {
    const passedOver: { index: number; fault: ModelFaultKind }[] = [];
    for (const [index, endpoint] of endpoints.entries()) {
      const isLast = index === endpoints.length - 1;
      let isChosen = false;
      try {
        for await (const part of stream(endpoint, request, {
          signal,
          limits: isLast ? limits : { ...hastyLimits, ...limits },
          onLost: (_, usage) => onLost?.(index, usage),
        })) {
          if (!isChosen) yield { kind: "chosen", index, passedOver };
          isChosen = true;
          yield part;
        }
        return;
      } catch (error) {
        if (isLast || isChosen || !(error instanceof ModelFault) || !error.fallsOver) throw error;
        if (isUsed(error.usage)) onLost?.(index, error.usage);
        passedOver.push({ index, fault: error.kind });
      }
    }
    throw new ModelFault("bad_request", { detail: "There is no model to ask." });
  }

  return {
    stream: stream as (...given: Parameters<Models["stream"]>) => AsyncGenerator<ModelPart>,
    streamFirst,
    transcribe(endpoint, recording, { signal, onLost }) {
      if (endpoint.kind === "google") {
        const options = { signal, onLost: (_: number, usage: TokenUsage) => onLost?.(usage) };
        return listen((request) => stream(endpoint, request, options), recording);
      }
      if (endpoint.kind === "anthropic") return Promise.reject(new ModelFault("bad_request"));
      const fetchFor = ({ apiKey }: ModelEndpoint, timeoutMs: number) =>
        createWire({ egress, apiKey, timeoutMs, clock, answers: "json" });
      const limits = options.limits?.();
      const onRetry = (kind: ModelFaultKind) => costly.has(kind) && onLost?.(null);
      return transcribe(endpoint, recording, signal, { gate, limits, random, passing, fetchFor, onRetry });
    },
    discover: (endpoint, signal) => discoverModels(endpoint, { egress, signal }),
    health: () => gate.health(),
    countTokens,
    countRequest,
  };
}
