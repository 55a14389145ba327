// Runs of assistants: those that go on in a room, and those behind answers that were looked at.
import { assistants } from "@althing/contract";
import { change, drop, put, putAll } from "../records.ts";
import { on } from "../reducer.ts";
import type { Replica } from "../state.ts";

type Run = assistants.Run;

const endings: ReadonlySet<assistants.RunState> = new Set(["done", "failed", "stopped"]);

/** What passing signs have brought of its text may be ahead of what is written down. */
function newer(known: Run | undefined, told: Run): Run {
  if (!known) return told;
  if (known.version > told.version) return known;
  const isAhead = !endings.has(told.state) && known.text.length > told.text.length;
  return isAhead ? { ...told, text: known.text } : told;
}

const withRun = (replica: Replica, run: Run): Replica => ({
  ...replica,
  runs: put(replica.runs, run.id, newer(replica.runs[run.id], run)),
  runOfMessage: put(replica.runOfMessage, run.messageId, run.id),
});

export const fromRun = withRun;

/** Takes the runs that go on in a room. */
export const fromRunsIn = (replica: Replica, roomId: string, list: readonly Run[]): Replica =>
  list.reduce(withRun, { ...replica, runsIn: put(replica.runsIn, roomId, true) });

/** Takes the runs behind messages; those of the messages that have none are known to have none. */
export const fromRunsBehind = (replica: Replica, messageIds: readonly string[], list: readonly Run[]): Replica => {
  const none = messageIds.filter((id) => !(id in replica.runOfMessage)).map((id) => [id, null] as const);
  return list.reduce(withRun, { ...replica, runOfMessage: putAll(replica.runOfMessage, none) });
};

/** Lets go of a room's runs: they are fetched again when they are looked at. */
export function withoutRunsOf(replica: Replica, roomId: string): Replica {
  const gone = Object.values(replica.runs).filter((run) => run.roomId === roomId);
  return {
    ...replica,
    runs: drop(replica.runs, ...gone.map(({ id }) => id)),
    runOfMessage: drop(replica.runOfMessage, ...gone.map(({ messageId }) => messageId)),
    runsIn: drop(replica.runsIn, roomId),
  };
}

export const runReducers = [
  on(assistants.RunChanged, (replica, { data: { run } }) => withRun(replica, run)),
  on(assistants.RunProgressed, (replica, { data: { runId, offset, text } }) => ({
    ...replica,
    // After a sign that was lost the text has a hole: it is whole again with the next one from the beginning.
    runs: change(replica.runs, runId, (run) =>
      endings.has(run.state) || offset > run.text.length ? run : { ...run, text: run.text.slice(0, offset) + text },
    ),
  })),
];
