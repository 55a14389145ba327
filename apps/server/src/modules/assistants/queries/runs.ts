import { assistants, type rooms } from "@althing/contract";
import { validate as isUuid } from "uuid";
import { requireAccount } from "../../../kernel/actor.ts";
import type { ReadAction } from "../../../kernel/binding.ts";
import type { ReadTx } from "../../../kernel/tx.ts";
import { saidByIds } from "../../messages/index.ts";
import { viewRuns } from "../runs/announce.ts";
import { listBehind, listCurrent } from "../store/runs.ts";
import type { RunRow } from "../tables.ts";
import { maySeeRun, requireRun } from "./find-runs.ts";

const mostMessages = 100;

export const listRuns: ReadAction<typeof assistants.listRuns> = async (tx, { actor, input }) => {
  const { account } = requireAccount(actor);
  const { roomId, messageIds } = input;
  const asked = messageIds?.split(",").filter(isUuid).slice(0, mostMessages);
  const rows = await (asked ? listBehind(tx, roomId, asked) : listUnanswered(tx, roomId));
  return viewRuns(
    tx,
    rows.filter((row) => maySeeRun(row, account.id)),
  );
};

/** Those going on, and those that were given up lately with nothing said. */
async function listUnanswered(tx: ReadTx, roomId: rooms.RoomId): Promise<RunRow[]> {
  const since = new Date(tx.now.getTime() - assistants.unansweredForMinutes * 60_000);
  const rows = await listCurrent(tx, roomId, since);
  const ended = rows.filter(({ ended_at }) => ended_at !== null).map(({ message_id }) => message_id);
  const said = new Set((ended.length === 0 ? [] : await saidByIds(tx, ended)).map(({ id }) => id));
  return rows.filter(({ message_id }) => !said.has(message_id));
}

export const getRun: ReadAction<typeof assistants.getRun> = async (tx, { actor, input }) => {
  const row = await requireRun(tx, requireAccount(actor).account.id, input);
  const [run] = await viewRuns(tx, [row]);
  return run as assistants.Run;
};
