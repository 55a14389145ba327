import type { ModelFaultKind, TokenUsage } from "./model.ts";
import { noTokens } from "./usage.ts";

type Nature = {
  readonly sentence: string;
  /** The same may be asked again later. */
  readonly retryable?: true;
  /** Another model may be asked instead, while nothing has come. */
  readonly fallsOver?: true;
};

const natures: Readonly<Record<ModelFaultKind, Nature>> = {
  auth: { sentence: "The model's provider does not accept the key." },
  rate_limited: { sentence: "The model's provider asks us to slow down.", retryable: true, fallsOver: true },
  overloaded: { sentence: "The model's provider is overloaded.", retryable: true, fallsOver: true },
  unavailable: { sentence: "The model's provider cannot answer at the moment.", retryable: true, fallsOver: true },
  network: { sentence: "The model's provider could not be reached.", retryable: true, fallsOver: true },
  first_token_timeout: { sentence: "The model did not begin to answer in time.", retryable: true, fallsOver: true },
  token_timeout: { sentence: "The model fell silent.", retryable: true },
  total_timeout: { sentence: "The answer took too long.", retryable: true },
  context_too_long: { sentence: "The conversation is longer than this model can read." },
  refused: { sentence: "The model's provider refused to answer this." },
  bad_request: { sentence: "The model's provider did not understand the request." },
  cut: { sentence: "The answer broke off.", retryable: true, fallsOver: true },
  too_large: { sentence: "The answer is too large." },
  breaker_open: { sentence: "This model failed again and again, and rests a while.", retryable: true, fallsOver: true },
  busy: { sentence: "Too many answers are being written with this key.", retryable: true, fallsOver: true },
  stopped: { sentence: "The answer was stopped." },
};

export type ModelFaultDetails = {
  readonly retryAfterMs?: number | undefined;
  readonly usage?: TokenUsage;
  readonly text?: string;
  /** Whether a token had come. */
  readonly hasBegun?: boolean;
  /** What the provider said of it, without the key. Not for logs: it may repeat what people wrote. */
  readonly detail?: string | undefined;
  /** Of it the provider's own sentence, which whoever asked may read. */
  readonly quote?: string | undefined;
  /** Where the kind would be tried again, but this one is in vain: a quota that is used up. */
  readonly isFinal?: boolean;
};

/** Why a model gave no answer, or not all of it. The message may be shown to people. */
export class ModelFault extends Error {
  override readonly name = "ModelFault";
  readonly retryAfterMs: number | undefined;
  readonly retryable: boolean;
  readonly fallsOver: boolean;
  readonly hasBegun: boolean;
  /** What it cost nevertheless, as far as is known. */
  readonly usage: TokenUsage;
  /** Hidden from whoever writes down all of an error, such as a log. */
  readonly #details: ModelFaultDetails;

  constructor(
    readonly kind: ModelFaultKind,
    details: ModelFaultDetails = {},
  ) {
    const { sentence, retryable = false, fallsOver = false } = natures[kind];
    super(sentence);
    this.#details = details;
    this.retryAfterMs = details.retryAfterMs;
    this.hasBegun = details.hasBegun ?? false;
    this.retryable = retryable && !details.isFinal;
    this.fallsOver = fallsOver && !this.hasBegun;
    this.usage = details.usage ?? noTokens;
  }

  /** What had come until then. */
  get text(): string {
    return this.#details.text ?? "";
  }

  get detail(): string | undefined {
    return this.#details.detail;
  }

  get quote(): string | undefined {
    return this.#details.quote;
  }

  /** The same with what is known at the end. */
  with(details: ModelFaultDetails): ModelFault {
    return new ModelFault(this.kind, { ...this.#details, ...details });
  }
}
