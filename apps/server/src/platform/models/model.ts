/** What is said to a language model and what comes back, in words that no provider owns. */

export type ProviderKind = "openai" | "anthropic" | "google" | "compatible";

/** What is spoken to: an address, a key and a model. `credentialId` names the key for breakers, never the key itself. */
export type ModelEndpoint = {
  readonly kind: ProviderKind;
  /** Which of OpenAI's two languages is spoken; `responses` unless told. Others have but one. */
  readonly api?: "chat" | "responses";
  /** The provider's public address where null; `compatible` has none. */
  readonly baseUrl: string | null;
  readonly apiKey: string | null;
  readonly credentialId: string;
  readonly modelId: string;
  /** Whether it takes pictures, and documents whose pages are pictures; tried unless told. */
  readonly takesImages?: boolean;
};

export type ModelUserPart =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "image" | "file";
      readonly mediaType: string;
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly name?: string;
      /** How many tokens it takes, about. */
      readonly tokens?: number;
      /** What a model is told that does not take it. */
      readonly instead?: string;
    };

export type Recording = { readonly mediaType: string; readonly bytes: Uint8Array<ArrayBuffer> };

export type Transcript = {
  readonly text: string;
  /** How long it was, where that was told. */
  readonly seconds: number | null;
  /** Of a model that listens; others count no tokens. */
  readonly usage: TokenUsage | null;
};

export type ModelToolCall = { readonly id: string; readonly name: string; readonly arguments: unknown };

export type ModelMessage =
  | { readonly role: "system"; readonly text: string }
  | { readonly role: "user"; readonly parts: readonly ModelUserPart[] }
  | { readonly role: "assistant"; readonly text: string; readonly toolCalls: readonly ModelToolCall[] }
  | {
      readonly role: "tool";
      readonly callId: string;
      readonly name: string;
      readonly output: string;
      readonly failed: boolean;
    };

export type ModelTool = {
  readonly name: string;
  readonly description: string;
  /** JSON Schema of an object. */
  readonly inputSchema: Readonly<Record<string, unknown>>;
};

export type ModelRequest = {
  readonly messages: readonly ModelMessage[];
  readonly tools?: readonly ModelTool[];
  readonly temperature?: number;
  readonly topP?: number;
  readonly maxOutputTokens?: number;
};

export type TokenUsage = {
  /** All that was read, cached or not. */
  readonly inputTokens: number;
  readonly cachedInputTokens: number;
  readonly cacheWriteTokens: number;
  /** All that was written, reasoning included. */
  readonly outputTokens: number;
  readonly reasoningTokens: number;
  /** `reported` by the provider, `estimated` by us from the text, or `unknown`: then the numbers say nothing. */
  readonly quality: "reported" | "estimated" | "unknown";
};

export type ModelEndReason = "stop" | "length" | "tool_calls" | "content_filter" | "other";

export type ModelPart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "reasoning"; readonly text: string }
  | { readonly kind: "tool_call"; readonly id: string; readonly name: string; readonly arguments: unknown }
  | {
      readonly kind: "invalid_tool_call";
      readonly id: string;
      readonly name: string;
      readonly text: string;
      readonly reason: string;
    }
  | {
      readonly kind: "end";
      readonly reason: ModelEndReason;
      readonly usage: TokenUsage;
      /** The model that answered, by its own account. */
      readonly modelId: string;
    };

export type ModelFaultKind =
  | "auth"
  | "rate_limited"
  | "overloaded"
  | "unavailable"
  | "network"
  | "first_token_timeout"
  | "token_timeout"
  | "total_timeout"
  | "context_too_long"
  | "refused"
  | "bad_request"
  | "cut"
  | "too_large"
  | "breaker_open"
  | "busy"
  | "stopped";

/** Which endpoint answers, and why those before it did not. */
export type ModelChosen = {
  readonly kind: "chosen";
  readonly index: number;
  readonly passedOver: readonly { readonly index: number; readonly fault: ModelFaultKind }[];
};

export type ModelLimits = {
  /** Until the first token of an attempt. */
  readonly firstTokenMs: number;
  /** Between two tokens. */
  readonly tokenMs: number;
  /** For the whole call, with what is tried again. */
  readonly totalMs: number;
  /** Of an answer: text, reasoning and the arguments of tools together, in UTF-16 units. */
  readonly answerLength: number;
  /** How often the same endpoint is asked again while nothing has come. */
  readonly retries: number;
  /** A provider that asks for more patience than this is not waited for. */
  readonly retryWaitMs: number;
};

export type ModelStreamOptions = {
  readonly signal: AbortSignal;
  readonly limits?: Partial<ModelLimits>;
  /** Hears of each try that was given up, for another one or for another endpoint, although it may have cost something. */
  readonly onLost?: (index: number, usage: TokenUsage) => void;
};

export type TranscribeOptions = {
  readonly signal: AbortSignal;
  /** Hears of each try that was given up for another although it may have cost something; null counts no tokens. */
  readonly onLost?: (usage: TokenUsage | null) => void;
};

export type DiscoveredModel = { readonly id: string; readonly name: string; readonly contextTokens: number | null };

/** How one model, asked with one key, has been doing. */
export type ModelHealth = {
  readonly credentialId: string;
  readonly kind: ProviderKind;
  readonly modelId: string;
  readonly state: "closed" | "open" | "half_open";
  readonly lastFault: ModelFaultKind | null;
  readonly lastFaultAt: Date | null;
  readonly running: number;
};

export type Models = {
  /** Streams one step of a model. Throws `ModelFault`; so does breaking off by the signal. */
  stream(endpoint: ModelEndpoint, request: ModelRequest, options: ModelStreamOptions): AsyncIterable<ModelPart>;
  /**
   * Asks the first that answers. Falls over to the next one before the first token only, and never where another would be
   * refused, too. The first part tells which one answers.
   */
  streamFirst(
    endpoints: readonly ModelEndpoint[],
    request: ModelRequest,
    options: ModelStreamOptions,
  ): AsyncIterable<ModelChosen | ModelPart>;
  /** What is said in a recording. Throws `ModelFault`; so does breaking off by the signal. */
  transcribe(endpoint: ModelEndpoint, recording: Recording, options: TranscribeOptions): Promise<Transcript>;
  /** What the provider has to offer. Throws `ModelFault`. */
  discover(endpoint: Omit<ModelEndpoint, "modelId">, signal: AbortSignal): Promise<DiscoveredModel[]>;
  /** Of each model that was asked lately. */
  health(): ModelHealth[];
  /** An estimate that is quick and needs no vocabulary: within some 15 % of what models count. */
  countTokens(text: string): number;
  /** The same of a whole request, with its pictures and documents. */
  countRequest(request: ModelRequest): number;
};
