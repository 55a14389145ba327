/**
 * Wake-ups between the servers of an installation. A hint: a message may be lost and nothing may depend on its arrival.
 * Messages are plain JSON that nobody changes; a listener never runs inside `publish`.
 */
export type Bus = {
  publish(topic: string, message: unknown): void;
  /** Gives the way to stop listening. */
  subscribe(topic: string, listener: BusListener): () => void;
};

export type BusListener = (message: unknown) => void;
