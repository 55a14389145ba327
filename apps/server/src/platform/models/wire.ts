/** The `fetch` that the SDK is given: out through egress, with what goes wrong told as our faults, and with bounds. */
import { type Egress, EgressFailed } from "../egress/index.ts";
import { complaint, faultOf } from "./classify.ts";
import { eventBytes, wireBytes } from "./limits.ts";
import type { TokenUsage } from "./model.ts";
import { ModelFault } from "./model-fault.ts";
import { listenForUsage } from "./reported.ts";
import { readRetryAfterMs } from "./retry.ts";

export type WireOptions = {
  readonly egress: Egress;
  readonly apiKey: string | null;
  readonly timeoutMs: number;
  readonly clock: () => Date;
  /** A stream unless told. */
  readonly answers?: "stream" | "json";
  /** Hears what a stream tells of its use, also where it fails before its first word. */
  readonly onUsage?: (usage: TokenUsage) => void;
};

export function createWire(options: WireOptions): typeof fetch {
  const { egress, apiKey, timeoutMs, clock, answers = "stream", onUsage = () => undefined } = options;
  const policy = { maxBytes: answers === "json" ? eventBytes : wireBytes, timeoutMs };
  const wire = async (address: string | URL | Request, init: RequestInit = {}) => {
    const response = await egress.fetch(address, init, policy).catch((error: unknown) => {
      throw faultOf(error, apiKey);
    });
    if (!response.ok) {
      const retryAfterMs = readRetryAfterMs(response.headers, clock());
      throw complaint(response.status, await readStart(response), { apiKey, retryAfterMs });
    }
    if (answers === "json") return response;
    const mediaType = response.headers.get("content-type") ?? "text/event-stream";
    if (!mediaType.startsWith("text/event-stream") || response.body === null) {
      await response.body?.cancel();
      throw new ModelFault("unavailable", {
        detail: `It answered with ${mediaType.slice(0, 50)} instead of a stream.`,
      });
    }
    return new Response(boundEvents(response.body, listenForUsage(onUsage)), response);
  };
  return Object.assign(wire, { preconnect: () => undefined });
}

const complaintBytes = 64 * 1024;

/** The first part of what a provider complains of; the rest is not waited for. */
async function readStart({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  try {
    for await (const chunk of body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      if (text.length > complaintBytes) break;
    }
  } catch {
    // The status says enough.
  }
  return text.slice(0, complaintBytes);
}

/**
 * An event is kept until its line ends: one that never does would fill the memory. A stream that breaks off is ended as if it
 * were whole: an error would take along what is still under way, and the SDK sees by itself that the end is missing.
 */
function boundEvents(
  body: ReadableStream<Uint8Array>,
  listen: (bytes: Uint8Array) => void,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let pendingBytes = 0;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await reader.read().catch((error: unknown) => {
          if (error instanceof EgressFailed && error.kind === "cut") return { done: true, value: undefined } as const;
          throw error;
        });
        if (done) return controller.close();
        const end = value.lastIndexOf(10);
        pendingBytes = end === -1 ? pendingBytes + value.byteLength : value.byteLength - end - 1;
        if (pendingBytes > eventBytes) {
          void reader.cancel().catch(() => undefined);
          throw new ModelFault("too_large");
        }
        listen(value);
        controller.enqueue(value);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}
