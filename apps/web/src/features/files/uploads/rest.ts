const firstMs = 500;
const mostMs = 15_000;

/** Waits longer each time, or as long as the server said; a network that comes back ends the wait. Rejects when it is given up. */
export function restUntilWorthwhile(attempt: number, problem: unknown, signal: AbortSignal): Promise<void> {
  const { retryAfterMs } = problem as { retryAfterMs?: number };
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, retryAfterMs ?? Math.min(mostMs, firstMs * 2 ** attempt));
  const giveUp = () => reject(signal.reason);
  const goOn = () => resolve();
  addEventListener("online", goOn);
  signal.addEventListener("abort", giveUp);
  return promise.finally(() => {
    clearTimeout(timer);
    removeEventListener("online", goOn);
    signal.removeEventListener("abort", giveUp);
  });
}
