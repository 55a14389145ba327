/**
 * Wake-ups between the servers of an installation. A hint: a message may be lost and nothing may depend on its arrival.
 * Messages are plain JSON that nobody changes; a listener never runs inside `publish`.
 */
export type Bus = {
  publish(topic: string, message: unknown): void;
  /** Gives the way to stop listening. */
  subscribe(topic: string, listener: BusListener): () => void;
};

const probeTopic = "bus.probe";

/** Sends a message to itself; throws where it does not arrive in time. */
export async function probeBus(bus: Bus, withinMs = 1_000): Promise<void> {
  const sent = crypto.randomUUID();
  const heard = Promise.withResolvers<void>();
  const leave = bus.subscribe(probeTopic, (message) => message === sent && heard.resolve());
  const timer = setTimeout(() => heard.reject(new Error(`Nothing came back within ${withinMs} ms`)), withinMs);
  try {
    bus.publish(probeTopic, sent);
    await heard.promise;
  } finally {
    clearTimeout(timer);
    leave();
  }
}

export type BusListener = (message: unknown) => void;
