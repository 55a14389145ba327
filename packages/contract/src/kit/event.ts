import { z } from "zod";
import { Feed } from "./feed.ts";
import type { FeedKind } from "./feed-name.ts";
import { AccountId, EventId } from "./id.ts";
import { Timestamp } from "./text.ts";

/**
 * A kind of fact. A durable one has a number in its feed and is never lost; an ephemeral one may be.
 * `affects` names whose rights it may change, so that followers are asked again when it passes:
 * a field of the payload that holds an account's id, or everyone who follows the feed.
 */
export type EventDef<Type extends string = string, Payload extends z.ZodType = z.ZodType> = {
  readonly kind: "event";
  readonly type: Type;
  readonly durability: "durable" | "ephemeral";
  readonly feeds: readonly FeedKind[];
  readonly summary: string;
  readonly payload: Payload;
  readonly affects: string | undefined;
};

export const defineEvent = <const Type extends string, Payload extends z.ZodType>(
  type: Type,
  parts: {
    durability: "durable" | "ephemeral";
    feeds: readonly FeedKind[];
    summary: string;
    payload: Payload;
    affects?: string;
  },
): EventDef<Type, Payload> => ({ kind: "event", type, affects: undefined, ...parts });

/** The value of `affects` for events that may change the rights of all followers. */
export const everyone = "*";

/** An event on the wire: the same object on the socket, on SSE, in webhooks, in the audit log and in exports. */
export const EventEnvelope = z
  .object({
    id: EventId,
    feed: Feed,
    seq: z.int().positive().optional().meta({ description: "Its number in the feed; an ephemeral event has none." }),
    type: z.string(),
    at: Timestamp,
    actor: AccountId.nullable(),
    data: z.unknown(),
    trace: z.string().optional().meta({ description: "The trace id of the request's `traceparent`, if it had one." }),
  })
  .meta({ id: "Event" });
/** In programs an ephemeral event has the number 0. */
export type EventEnvelope = Omit<z.output<typeof EventEnvelope>, "seq"> & { seq: number };

/** An envelope whose data is known by its type. */
export type EventOf<E extends EventDef> =
  E extends EventDef<infer Type, infer Payload>
    ? Omit<EventEnvelope, "type" | "data"> & { type: Type; data: z.output<Payload> }
    : never;
