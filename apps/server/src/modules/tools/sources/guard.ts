/**
 * A breaker for each source: after five calls in a row that did not come to an answer it is left alone for half a minute, so
 * that nobody waits for what is down. What a tool itself says of a bad call does not count.
 */
import { BrokenCircuitError, CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhen } from "cockatiel";
import { LRUCache } from "lru-cache";
import { ToolFault } from "../calls/fault.ts";

const failuresInARow = 5;
const restMs = 30_000;
const sourcesKept = 5_000;

const ofTheSource = new Set<string>(["upstream", "network", "time_limit", "too_large"]);
const isOfTheSource = (error: unknown): boolean => error instanceof ToolFault && ofTheSource.has(error.kind);

const create = () =>
  circuitBreaker(handleWhen(isOfTheSource), {
    halfOpenAfter: restMs,
    breaker: new ConsecutiveBreaker(failuresInARow),
  });

const breakers = new LRUCache<string, ReturnType<typeof create>>({ max: sourcesKept });

function breakerOf(sourceId: string) {
  const breaker = breakers.get(sourceId) ?? create();
  breakers.set(sourceId, breaker);
  return breaker;
}

export const isResting = (sourceId: string): boolean => breakers.peek(sourceId)?.state === CircuitState.Open;

/** Somebody changed the source, or looks at it on purpose: it is tried again at once. */
export const wakeSource = (sourceId: string): void => void breakers.delete(sourceId);

export async function guarded<T>(sourceId: string, work: () => Promise<T>): Promise<T> {
  try {
    return await breakerOf(sourceId).execute(work);
  } catch (error) {
    if (!(error instanceof BrokenCircuitError)) throw error;
    throw new ToolFault("resting", "The source failed too often and is left alone for half a minute.");
  }
}
