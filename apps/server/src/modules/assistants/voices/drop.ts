import type { files } from "@althing/contract";
import type { WriteTx } from "../../../kernel/tx.ts";
import { lockAttachment, writeUnder } from "../../messages/index.ts";
import { findTranscriber, type ReservationId, release } from "../../models/index.ts";
import { deleteClaim, listClaimsOfRun } from "../store/voices.ts";
import type { ClaimRow } from "../tables.ts";
import { payAbandoned } from "./claim.ts";

/** What a run that ends had not heard to the end is free for others to have written down. */
export async function dropClaimsOf(tx: WriteTx, runId: string): Promise<void> {
  for (const claim of await listClaimsOfRun(tx, runId)) await dropClaim(tx, claim, undefined);
}

/** Nobody goes on with it. If the service was asked is not known, so it is paid by our count. */
export async function dropClaim(tx: WriteTx, claim: ClaimRow, writing: files.Writing | undefined): Promise<void> {
  const voice = await lockAttachment(tx, claim.file_id);
  if (!(await deleteClaim(tx, claim))) return;
  const by = await findTranscriber(tx, claim.workspace_id);
  if (voice && by) await payAbandoned(tx, claim, voice, by);
  else if (claim.reservation_id !== null) await release(tx, claim.reservation_id as ReservationId);
  await writeUnder(tx, claim.file_id, { writing });
}
