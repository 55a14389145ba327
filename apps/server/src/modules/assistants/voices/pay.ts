// What writing a recording down has cost: the try that came to something, and those before it that were given up.
import type { files } from "@althing/contract";
import type { Failure } from "../../../kernel/failure.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { ModelFault, type TokenUsage, type Transcript } from "../../../platform/models/index.ts";
import { type ReservationId, record, release, settle, type Transcriber } from "../../models/index.ts";
import type { ClaimRow } from "../tables.ts";
import { mayHaveCost, settlementOf } from "./cost.ts";

type Came = Transcript | ModelFault | Failure;
/** What came of it, and the use of tries before that may have cost something; null counts no tokens. */
export type Heard = { readonly came: Came; readonly lost: readonly (TokenUsage | null)[] };

export const isFault = (came: Came): came is ModelFault | Failure => came instanceof Error;

type Told = { readonly voice: Pick<files.Attachment, "sizeBytes">; readonly by: Transcriber; readonly heard: Heard };

/** Gives all of it; null where there is no price. */
export async function payHeard(tx: WriteTx, claim: ClaimRow, told: Told): Promise<number | null> {
  const { voice, by, heard } = told;
  const costs = [await payCame(tx, claim, told)];
  for (const usage of heard.lost) {
    const settlement = settlementOf(by, voice, { seconds: null, usage });
    await record(tx, { ...spenderOf(claim), ...by.choice }, settlement);
    costs.push(settlement.micros);
  }
  return costs.reduce((sum, micros) => (sum === null || micros === null ? null : sum + micros), 0);
}

async function payCame(tx: WriteTx, claim: ClaimRow, { voice, by, heard: { came } }: Told): Promise<number | null> {
  const id = claim.reservation_id as ReservationId | null;
  if (id === null) return 0;
  if (isFault(came) && !(came instanceof ModelFault && mayHaveCost(came))) {
    await release(tx, id);
    return 0;
  }
  const settlement = settlementOf(by, voice, isFault(came) ? toldBy(came) : came);
  await settle(tx, id, settlement);
  return settlement.micros;
}

const toldBy = (fault: ModelFault | Failure) => {
  const isCounted = fault instanceof ModelFault && fault.usage.inputTokens > 0;
  return { seconds: null, usage: isCounted ? fault.usage : null };
};

const spenderOf = (claim: ClaimRow) => ({
  workspaceId: claim.workspace_id,
  accountId: claim.account_id,
  assistantId: claim.assistant_id,
  roomId: claim.room_id,
  runId: claim.run_id,
});
