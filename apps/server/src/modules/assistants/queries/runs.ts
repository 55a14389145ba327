import type { assistants } from "@althing/contract";
import { validate as isUuid } from "uuid";
import { requireAccount } from "../../../kernel/actor.ts";
import type { ReadAction } from "../../../kernel/binding.ts";
import { viewRuns } from "../runs/announce.ts";
import { listBehind, listGoingOn } from "../store/runs.ts";
import { maySeeRun, requireRun } from "./find-runs.ts";

const mostMessages = 100;

export const listRuns: ReadAction<typeof assistants.listRuns> = async (tx, { actor, input }) => {
  const { account } = requireAccount(actor);
  const { roomId, messageIds } = input;
  const asked = messageIds?.split(",").filter(isUuid).slice(0, mostMessages);
  const rows = await (asked ? listBehind(tx, roomId, asked) : listGoingOn(tx, roomId));
  return viewRuns(
    tx,
    rows.filter((row) => maySeeRun(row, account.id)),
  );
};

export const getRun: ReadAction<typeof assistants.getRun> = async (tx, { actor, input }) => {
  const row = await requireRun(tx, requireAccount(actor).account.id, input);
  const [run] = await viewRuns(tx, [row]);
  return run as assistants.Run;
};
