// A recording is written down by one at a time: who claims it first pays, and all others wait for the words.
import type { AccountId, files, rooms, workspaces } from "@althing/contract";
import type { WriteTx } from "../../../kernel/tx.ts";
import { lockAttachment, writeUnder } from "../../messages/index.ts";
import { type ReservationId, reserve, settle, type Transcriber } from "../../models/index.ts";
import { findClaim, putClaim } from "../store/voices.ts";
import type { ClaimRow } from "../tables.ts";
import { mostItMayCost, settlementOf } from "./cost.ts";

export type Asking = {
  /** Who claims it: the same may take up again what it left. */
  readonly claimId: string;
  readonly workspaceId: workspaces.WorkspaceId;
  readonly roomId: rooms.RoomId;
  readonly accountId: AccountId;
  readonly assistantId: AccountId | null;
  readonly runId: string | null;
};

/** `settled`: its words are there, or it is not. Messages are locked before claims, and budgets last. */
export async function claimVoice(
  tx: WriteTx,
  fileId: files.FileId,
  asking: Asking,
  by: Transcriber,
): Promise<ClaimRow | "settled" | "busy"> {
  const voice = await lockAttachment(tx, fileId);
  if (!voice || voice.transcript !== null) return "settled";
  const known = await findClaim(tx, fileId);
  if (known && known.id !== asking.claimId) return "busy";
  if (known) await payAbandoned(tx, known, voice, by);
  await writeUnder(tx, fileId, { writing: { state: "running", failure: null } });
  const { claimId, ...spender } = asking;
  const micros = mostItMayCost(by, voice);
  const claim = {
    file_id: fileId,
    id: claimId,
    workspace_id: asking.workspaceId,
    room_id: asking.roomId,
    account_id: asking.accountId,
    assistant_id: asking.assistantId,
    run_id: asking.runId,
    reservation_id: await reserve(tx, { ...spender, ...by.choice, micros }),
  };
  await putClaim(tx, claim);
  return claim;
}

/** Whoever had asked the service died before it answered: that is paid by our count. */
export async function payAbandoned(
  tx: WriteTx,
  { reservation_id }: ClaimRow,
  voice: Pick<files.Attachment, "sizeBytes">,
  by: Transcriber,
): Promise<void> {
  if (reservation_id !== null) await settle(tx, reservation_id as ReservationId, settlementOf(by, voice));
}
