import type { Deadline } from "./deadline.ts";
import { EgressFailed } from "./egress-fault.ts";

/** The answer's body as it comes, ended with a fault when it grows beyond its limit, breaks off or takes too long. */
export function boundBody(
  body: ReadableStream<Uint8Array>,
  { maxBytes, deadline }: { maxBytes: number; deadline: Deadline },
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let leftBytes = maxBytes;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await reader.read().catch(() => {
          deadline.clear();
          throw deadline.signal.reason ?? new EgressFailed("cut", deadline.host);
        });
        if (done) {
          deadline.clear();
          return controller.close();
        }
        leftBytes -= value.byteLength;
        if (leftBytes < 0) {
          deadline.clear();
          void reader.cancel().catch(() => undefined);
          throw new EgressFailed("too_large", deadline.host);
        }
        controller.enqueue(value);
      },
      async cancel(reason) {
        deadline.clear();
        await reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}
