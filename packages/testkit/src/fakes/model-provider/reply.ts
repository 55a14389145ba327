/** What a test has the fake answer, step by step, whatever language it is asked in. */
export type ReportedUsage = {
  readonly inputTokens: number;
  readonly cachedInputTokens?: number;
  readonly outputTokens: number;
  readonly reasoningTokens?: number;
};

export type FinishReason = "stop" | "length" | "tool_calls" | "content_filter";

export type Step =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "reasoning"; readonly text: string }
  | { readonly kind: "tool_call"; readonly id?: string; readonly name: string; readonly argumentsText: string }
  /** Goes on when the promise does, so a test decides the moment; a function is called when it is the step's turn. */
  | { readonly kind: "wait"; readonly until: Promise<unknown> | (() => Promise<unknown>) }
  /** What is reported instead of the fake's own count; null reports nothing. */
  | { readonly kind: "usage"; readonly usage: ReportedUsage | null }
  | { readonly kind: "finish"; readonly reason: FinishReason }
  /** The answer is refused with a status. First step only. */
  | {
      readonly kind: "refuse";
      readonly status: number;
      readonly headers: Record<string, string>;
      readonly body?: unknown;
    }
  /** Another kind of answer than was asked for. First step only. */
  | { readonly kind: "answer"; readonly contentType: string; readonly body: string }
  /** What is reported in the middle, as some do with each word, and others when they fail. */
  | { readonly kind: "usage_so_far"; readonly usage: ReportedUsage }
  /** A fault that is told within the stream, in the provider's words. */
  | { readonly kind: "fault"; readonly type: string; readonly message: string }
  /** Bytes as they are, such as lines that are no events. */
  | { readonly kind: "raw"; readonly text: string }
  /** Says nothing more until the caller goes away. */
  | { readonly kind: "stall" }
  /** Closes the socket in the middle; `cleanly` ends the answer as if it were whole. */
  | { readonly kind: "cut"; readonly cleanly: boolean };

export type Reply = readonly Step[];

export const say = (...pieces: readonly string[]): Step[] => pieces.map((text) => ({ kind: "text", text }));
export const think = (...pieces: readonly string[]): Step[] => pieces.map((text) => ({ kind: "reasoning", text }));
export const callTool = (name: string, args: unknown, id?: string): Step => {
  return { kind: "tool_call", name, argumentsText: typeof args === "string" ? args : JSON.stringify(args), id };
};
export const waitFor = (until: Promise<unknown> | (() => Promise<unknown>)): Step => ({ kind: "wait", until });
export const report = (usage: ReportedUsage | null): Step => ({ kind: "usage", usage });
export const reportSoFar = (usage: ReportedUsage): Step => ({ kind: "usage_so_far", usage });
export const finish = (reason: FinishReason): Step => ({ kind: "finish", reason });
export const refuse = (status: number, headers: Record<string, string> = {}, body?: unknown): Step => {
  return { kind: "refuse", status, headers, body };
};
export const answerWith = (contentType: string, body: string): Step => ({ kind: "answer", contentType, body });
export const faultWithin = (type: string, message = type): Step => ({ kind: "fault", type, message });
export const raw = (text: string): Step => ({ kind: "raw", text });
export const stall: Step = { kind: "stall" };
export const cut: Step = { kind: "cut", cleanly: false };
export const endEarly: Step = { kind: "cut", cleanly: true };

/** So many bytes of text, in pieces of 64 kB. */
export function flood(bytes: number): Step[] {
  const piece = "All work and no play makes a dull day. ".repeat(1_681).slice(0, 65_536);
  return say(...Array.from({ length: Math.ceil(bytes / piece.length) }, () => piece));
}
