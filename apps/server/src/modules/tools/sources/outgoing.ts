// The way out for one exchange with a source: everything goes through the platform's egress, and what went wrong is kept.
import type { Platform } from "../../../kernel/platform.ts";
import { EgressFailed, EgressRefused } from "../../../platform/egress/index.ts";
import { ToolFault } from "../calls/fault.ts";
import { answerBytes } from "./limits.ts";

export type Outgoing = {
  readonly fetch: (address: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** Aborted when the exchange broke, also while an answer is read, or when somebody stopped it. */
  readonly signal: AbortSignal;
  /** Why it broke, in words for the person. */
  fault(): ToolFault | undefined;
};

export function openOutgoing({ egress }: Platform, timeoutMs: number, stop: AbortSignal): Outgoing {
  const broken = new AbortController();
  const signal = AbortSignal.any([stop, broken.signal]);
  const fetcher = egress.fetcher({ maxBytes: answerBytes, timeoutMs, signal: stop });
  let fault: ToolFault | undefined;
  const notice = (error: unknown): void => {
    const known = faultOf(error);
    if (!known || stop.aborted) return;
    fault ??= known;
    broken.abort(known);
  };
  return {
    signal,
    fault: () => fault,
    async fetch(address, init) {
      try {
        return watched(await fetcher(address, init), notice);
      } catch (error) {
        notice(error);
        throw error;
      }
    },
  };
}

/** Libraries that read a stream keep its faults to themselves; so they are noticed on the way. */
function watched(response: Response, notice: (error: unknown) => void): Response {
  if (!response.body) return response;
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  response.body.pipeTo(writable).catch(notice);
  const { status, statusText, headers, url } = response;
  return Object.defineProperty(new Response(readable, { status, statusText, headers }), "url", { value: url });
}

/** Of what the egress throws; undefined for anything else. */
function faultOf(error: unknown): ToolFault | undefined {
  if (error instanceof EgressRefused) return new ToolFault("network", error.message);
  if (!(error instanceof EgressFailed)) return undefined;
  if (error.kind === "timeout") return new ToolFault("time_limit", error.message);
  return new ToolFault(error.kind === "too_large" ? "too_large" : "network", error.message);
}
