/** Reads from what a provider or the way to it says which kind of fault it is. Providers agree on little; words decide. */
import { EgressFailed, EgressRefused } from "../egress/index.ts";
import type { ModelFaultKind } from "./model.ts";
import { ModelFault, type ModelFaultDetails } from "./model-fault.ts";

type Sign = { readonly words: RegExp; readonly kind: ModelFaultKind; readonly isFinal?: true };

/** Asked in this order, of what is no fault of the server's own. */
const signs: readonly Sign[] = [
  {
    words: /insufficient_quota|credit balance|billing|payment required|insufficient balance/i,
    kind: "rate_limited",
    isFinal: true,
  },
  {
    words:
      /api.?key.{0,20}(invalid|not valid|incorrect)|(invalid|incorrect).{0,9}api.?key|authentication_error|permission_(error|denied)|unauthenticated/i,
    kind: "auth",
  },
  { words: /rate.?limit|resource_exhausted|too many requests/i, kind: "rate_limited" },
  { words: /overloaded/i, kind: "overloaded" },
  {
    words:
      /context.?(length|window|size)|maximum context|prompt is too long|too many tokens|(input|prompt).{0,9}tokens?.{0,20}exceed|request_too_large/i,
    kind: "context_too_long",
  },
  { words: /content.?(policy|filter|management)|safety|prohibited_content|usage policies/i, kind: "refused" },
  { words: /invalid_request|invalid_argument|not_found/i, kind: "bad_request" },
];

const statuses: Readonly<Record<number, ModelFaultKind>> = {
  401: "auth",
  402: "rate_limited",
  403: "auth",
  408: "unavailable",
  409: "unavailable",
  413: "context_too_long",
  425: "unavailable",
  429: "rate_limited",
  503: "overloaded",
  529: "overloaded",
};

/** `status` is absent where the complaint came within a stream. */
function classify(status: number | undefined, text: string): { kind: ModelFaultKind; isFinal: boolean } {
  const byWords = status === undefined || status < 500 ? signs.find(({ words }) => words.test(text)) : undefined;
  const isSure = status !== undefined && status !== 400 && status !== 422 && status in statuses;
  if (byWords && (!isSure || byWords.isFinal)) return { kind: byWords.kind, isFinal: byWords.isFinal === true };
  if (status === undefined) return { kind: "unavailable", isFinal: false };
  const kind = statuses[status] ?? (status >= 500 ? "unavailable" : "bad_request");
  return { kind, isFinal: status === 402 };
}

export function complaint(
  status: number | undefined,
  text: string,
  { apiKey, ...details }: ModelFaultDetails & { readonly apiKey: string | null },
): ModelFault {
  const { kind, isFinal } = classify(status, text);
  if (kind === "auth") return new ModelFault(kind, { ...details, isFinal });
  const quote = sayable(quoteIn(text), apiKey);
  return new ModelFault(kind, { ...details, isFinal, quote, detail: quote ?? sayable(text, apiKey) });
}

/** The provider's own sentence out of its answer. */
const quoteIn = (text: string): string => /"message"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(text)?.[1] ?? "";

/** Cut short and without the key. */
const sayable = (text: string, apiKey: string | null): string | undefined =>
  (apiKey ? text.replaceAll(apiKey, "[key]") : text).slice(0, 300).trim() || undefined;

/** Any error that the SDK threw or passed on, as a fault of ours. */
export function faultOf(error: unknown, apiKey: string | null): ModelFault {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof ModelFault) return cause;
    if (cause instanceof EgressFailed || cause instanceof EgressRefused) return egressFault(cause);
  }
  const name = error instanceof Error ? error.name : "";
  if (name === "AI_UnsupportedFunctionalityError") return new ModelFault("bad_request", { detail: messageOf(error) });
  // The SDK's word for a stream that ended without saying why.
  if (name === "AI_InvalidResponseDataError") return new ModelFault("cut");
  if (name === "AI_JSONParseError" || name === "AI_TypeValidationError") return new ModelFault("unavailable");
  const { statusCode, data, responseBody } = (error ?? {}) as Record<string, unknown>;
  const text = [responseBody, data, error].map(textOf).join(" ");
  return complaint(typeof statusCode === "number" && statusCode !== 500 ? statusCode : undefined, text, { apiKey });
}

function egressFault(fault: EgressFailed | EgressRefused): ModelFault {
  if (fault instanceof EgressRefused) return new ModelFault("bad_request", { detail: fault.message });
  if (fault.kind === "cut" || fault.kind === "too_large" || fault.kind === "stopped") return new ModelFault(fault.kind);
  return new ModelFault(fault.kind === "timeout" ? "total_timeout" : "network", { detail: fault.message });
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : undefined);

function textOf(value: unknown): string {
  if (value === undefined || typeof value === "string") return value ?? "";
  return value instanceof Error ? value.message : JSON.stringify(value);
}
