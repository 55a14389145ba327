/** What followers hear of runs: the words of an answer while it is written, and its end. */
import { assistants } from "@althing/contract";

type Event = { readonly type: string; readonly data: unknown };
export type Progress = { readonly runId: string; readonly text: string };

const progressed = Buffer.from(assistants.RunProgressed.type);
const changed = Buffer.from(assistants.RunChanged.type);

const eventsIn = (frame: Buffer): readonly Event[] => JSON.parse(frame.toString()).events;

/** Frames are read only where something of it is in them. */
export function progressIn(frame: Buffer): Progress[] {
  if (!frame.includes(progressed)) return [];
  return eventsIn(frame).flatMap(({ type, data }) =>
    type === assistants.RunProgressed.type ? [data as Progress] : [],
  );
}

export function endsIn(frame: Buffer): assistants.Run[] {
  if (!frame.includes(changed)) return [];
  return eventsIn(frame)
    .flatMap(({ type, data }) => (type === assistants.RunChanged.type ? [(data as { run: assistants.Run }).run] : []))
    .filter(({ endedAt }) => endedAt !== null);
}
