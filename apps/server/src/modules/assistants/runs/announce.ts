import { assistants, type FeedName, feedOf } from "@althing/contract";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import { listAccountRefs } from "../../accounts/index.ts";
import type { RunRow } from "../tables.ts";
import { toolboxes } from "../toolboxes.ts";
import { viewRun } from "../views.ts";

/** Where a run is told of: the room, or of a run for who asked them alone; and its own feed. */
export const feedsOf = (run: Pick<RunRow, "id" | "audience" | "room_id" | "asked_by">): FeedName[] => [
  run.audience === "room" ? feedOf.room(run.room_id) : feedOf.account(run.asked_by),
  feedOf.run(run.id),
];

export async function viewRuns(tx: ReadTx, rows: readonly RunRow[]): Promise<assistants.Run[]> {
  if (rows.length === 0) return [];
  const accountIds = rows.flatMap((row) => [row.assistant_id, row.asked_by]);
  const runIds = rows.map(({ id }) => id);
  const [refs, calls] = await Promise.all([
    listAccountRefs(tx, [...new Set(accountIds)]),
    toolboxes.current.summaries(tx, runIds),
  ]);
  return rows.map((row) => viewRun(row, { refs, calls: calls.get(row.id) ?? [] }));
}

/** Tells of a run as it is now, and gives it as it was told. */
export async function announceRun(tx: WriteTx, row: RunRow): Promise<assistants.Run> {
  const [run] = await viewRuns(tx, [row]);
  if (!run) throw new Error("The run was not viewed");
  for (const feed of feedsOf(row)) tx.emit(assistants.RunChanged, feed, { run }, { by: row.assistant_id });
  return run;
}
