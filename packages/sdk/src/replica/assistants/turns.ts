// The trees of conversations with assistants, where loaded, and where one is in each.
import { assistants } from "@althing/contract";
import { change, drop, put } from "../records.ts";
import { on } from "../reducer.ts";
import type { Replica } from "../state.ts";

type Turn = assistants.Turn;

export const fromTurns = (replica: Replica, roomId: string, turns: readonly Turn[], place: string | null): Replica => ({
  ...replica,
  turns: put(replica.turns, roomId, Object.fromEntries(turns.map((turn) => [turn.messageId, turn]))),
  places: put(replica.places, roomId, place),
});

export const withoutTurnsOf = (replica: Replica, roomId: string): Replica => ({
  ...replica,
  turns: drop(replica.turns, roomId),
  places: drop(replica.places, roomId),
});

export const turnReducers = [
  on(assistants.TurnAdded, (replica, { data: { turn } }) => ({
    ...replica,
    turns: change(replica.turns, turn.roomId, (known) => put(known, turn.messageId, turn)),
  })),
  on(assistants.PlaceMoved, (replica, { data: { place } }) => ({
    ...replica,
    places: change(replica.places, place.roomId, () => place.messageId),
  })),
];
