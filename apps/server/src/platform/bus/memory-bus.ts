import type { Bus, BusListener } from "./bus.ts";

/** `onError` hears what a listener throws; the other listeners hear the message all the same. */
export function createMemoryBus({ onError }: { onError: (error: unknown, topic: string) => void }): Bus {
  const topics = new Map<string, Set<Subscription>>();

  function deliver(topic: string, message: unknown) {
    const subscriptions = topics.get(topic) ?? new Set<Subscription>();
    for (const subscription of [...subscriptions]) {
      try {
        if (subscriptions.has(subscription)) subscription.listener(message);
      } catch (error) {
        onError(error, topic);
      }
    }
  }

  return {
    publish(topic, message) {
      if (topics.has(topic)) queueMicrotask(() => deliver(topic, message));
    },
    subscribe(topic, listener) {
      const subscriptions = topics.get(topic) ?? new Set<Subscription>();
      const subscription = { listener };
      topics.set(topic, subscriptions.add(subscription));
      return () => {
        subscriptions.delete(subscription);
        if (subscriptions.size === 0 && topics.get(topic) === subscriptions) topics.delete(topic);
      };
    },
  };
}

/** An object of its own, so that one function may listen twice. */
type Subscription = { readonly listener: BusListener };
