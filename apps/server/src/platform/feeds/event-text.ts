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
  /** The trace of the request that made it, as W3C names it. */
  trace?: string | null | undefined;
};

/** An event that was committed, with its text as it goes over the wire. */
export type CommittedEvent = StoredEvent & { text: string };

export const withText = (event: StoredEvent): CommittedEvent => ({ ...event, text: eventText(event) });

/** An ephemeral event has the number 0 here, and none on the wire. */
export const eventText = ({ id, feed, seq, type, at, actor, data, trace }: StoredEvent): string =>
  `{"id":"${id}","feed":"${feed}",${seq > 0 ? `"seq":${seq},` : ""}"type":"${type}","at":"${at}","actor":${
    actor === null ? "null" : `"${actor}"`
  },"data":${data}${trace ? `,"trace":"${trace}"` : ""}}`;

const frameLength = 64 * 1024;

/** Events in frames of a moderate length, whatever their own: a reader's buffer has room for many of them. */
export function* framesOf<Event extends { readonly text: string }>(
  events: readonly Event[],
): Generator<{ frame: string; events: readonly Event[] }> {
  for (let start = 0, end = 0; start < events.length; start = end) {
    for (let length = 0; end < events.length && (end === start || length < frameLength); end++) {
      length += events[end]?.text.length ?? 0;
    }
    const part = events.slice(start, end);
    yield { frame: `{"op":"events","events":[${part.map(({ text }) => text).join(",")}]}`, events: part };
  }
}
