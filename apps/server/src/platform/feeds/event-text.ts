// An event is encoded once, when it is written; every reader is sent the same text.

export type StoredEvent = {
  feed: string;
  seq: number;
  id: string;
  type: string;
  /** RFC 3339, milliseconds. */
  at: string;
  actor: string | null;
  /** The payload as JSON text. */
  data: string;
};

/** An event that was committed, with its text as it goes over the wire. */
export type CommittedEvent = StoredEvent & { text: string };

export const withText = (event: StoredEvent): CommittedEvent => ({ ...event, text: eventText(event) });

/** An ephemeral event has the number 0 here, and none on the wire. */
export const eventText = ({ id, feed, seq, type, at, actor, data }: StoredEvent): string =>
  `{"id":"${id}","feed":"${feed}",${seq > 0 ? `"seq":${seq},` : ""}"type":"${type}","at":"${at}","actor":${
    actor === null ? "null" : `"${actor}"`
  },"data":${data}}`;

/** One frame for many events. */
export const eventsFrame = (events: readonly CommittedEvent[]): string =>
  `{"op":"events","events":[${events.map((event) => event.text).join(",")}]}`;
