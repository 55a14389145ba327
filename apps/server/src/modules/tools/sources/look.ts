/**
 * A look at what a source has, and what follows: new tools wait for approval, one that is not as it was approved is put
 * into quarantine, and one that is gone is marked so. What fails is written to the source's health, for its admins.
 */
import type { AccountId, tools } from "@althing/contract";
import { type Actor, system } from "../../../kernel/actor.ts";
import type { Platform } from "../../../kernel/platform.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { announceSource } from "../actions/announce-source.ts";
import { SignInNeeded, ToolFault } from "../calls/fault.ts";
import { fingerprintOf } from "../definitions/fingerprint.ts";
import { toolName } from "../definitions/names.ts";
import { insertDefinition, listDefinitionsOf, updateDefinition } from "../store/definitions.ts";
import { findSourceRow, lockSource, updateSourceRow } from "../store/sources.ts";
import type { DefinitionRow, SourceChanges, SourceRow } from "../tables.ts";
import type { Findings, FoundTool } from "./findings.ts";
import { inspect } from "./reach.ts";

type Named = Pick<SourceRow, "id" | "workspace_id">;

export async function lookAt(
  platform: Platform,
  { id, workspace_id }: Named,
  { accountId, signal, actor = system }: { accountId: AccountId; signal: AbortSignal; actor?: Actor },
): Promise<void> {
  const source = await platform.read((tx) => findSourceRow(tx, workspace_id, id));
  if (!source) return;
  const found = await inspect(platform, source, { accountId, signal }).catch((error: unknown) => {
    signal.throwIfAborted();
    return healthOf(error);
  });
  await platform.write(actor, async (tx) => {
    const locked = await lockSource(tx, workspace_id, id);
    if (!locked) return;
    const health = "tools" in found ? await takeOver(tx, locked, found) : found;
    const isNews = Object.entries(health).some(([column, value]) => locked[column as keyof SourceRow] !== value);
    const row = await updateSourceRow(tx, locked, { ...health, checked_at: tx.now });
    if (isNews || "tools" in found) await announceSource(tx, row);
  });
}

function healthOf(error: unknown): SourceChanges {
  if (error instanceof SignInNeeded) return { health: "needs_sign_in", health_message: "Somebody must sign in first." };
  if (!(error instanceof ToolFault)) throw error;
  const health = error.kind === "resting" ? "resting" : error.kind === "sign_in_refused" ? "needs_sign_in" : "failing";
  return { health, health_message: error.message };
}

async function takeOver(
  tx: WriteTx,
  source: SourceRow,
  { tools: found, leftOut, era }: Findings,
): Promise<SourceChanges> {
  const known = new Map((await listDefinitionsOf(tx, source.id)).map((row) => [row.local_name, row]));
  for (const tool of found) await take(tx, source, known.get(tool.localName), tool);
  const present = new Set(found.map(({ localName }) => localName));
  for (const row of known.values()) {
    if (!present.has(row.local_name) && row.state !== "removed")
      await updateDefinition(tx, row.id, { state: "removed" });
  }
  const health_message =
    leftOut > 0 ? `${leftOut} of its tools cannot be used: too many, too large, or badly named.` : null;
  return { health: "well", health_message, era };
}

async function take(
  tx: WriteTx,
  source: SourceRow,
  known: DefinitionRow | undefined,
  { localName, wording }: FoundTool,
): Promise<void> {
  const fingerprint = fingerprintOf(wording);
  if (!known) {
    await insertDefinition(tx, {
      id: tx.newId() as tools.ToolId,
      workspace_id: source.workspace_id,
      source_id: source.id,
      local_name: localName,
      name: toolName(source.slug, localName),
      wording: JSON.stringify(wording),
      fingerprint,
      state: "pending",
    });
    return;
  }
  const state = stateOf(known, fingerprint);
  if (state === known.state && fingerprint === known.fingerprint) return;
  await updateDefinition(tx, known.id, { wording: JSON.stringify(wording), fingerprint, state });
}

/** What was approved once and says something else now is kept from use, also when it was away in between. */
function stateOf({ approved_fingerprint }: DefinitionRow, fingerprint: string): DefinitionRow["state"] {
  if (approved_fingerprint === null) return "pending";
  return approved_fingerprint === fingerprint ? "approved" : "quarantined";
}
