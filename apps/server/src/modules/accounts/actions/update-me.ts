import { isDeepStrictEqual } from "node:util";
import { accounts } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { requireVersion } from "../../../kernel/call.ts";
import { Failure, fail } from "../../../kernel/failure.ts";
import { brokenConstraint } from "../../../platform/database/index.ts";
import { isReservedHandle } from "../names.ts";
import { loadMe } from "../queries/self.ts";
import { type AccountChanges, lockAccount, updateAccount } from "../store/accounts.ts";
import type { AccountRow } from "../tables.ts";
import { announceProfile } from "./announce.ts";

type Input = (typeof accounts.updateMe.input)["_zod"]["output"];

export const updateMe: WriteAction<typeof accounts.updateMe> = async (tx, call) => {
  const row = await lockAccount(tx, requireAccount(call.actor).account.id);
  requireVersion(call, row.version);
  if (isReservedHandle(call.input.handle ?? "")) fail(accounts.HandleTaken);
  const changes = changesOf(row, call.input);
  if (Object.keys(changes).length === 0) return loadMe(tx, row);
  const changed = await updateAccount(tx, row.id, changes).catch((error: unknown) => {
    throw brokenConstraint(error) === "accounts_handle_key" ? new Failure(accounts.HandleTaken) : error;
  });
  return loadMe(tx, changed, await announceProfile(tx, changed));
};

/** Only what would be other than it is. */
function changesOf(row: AccountRow, { timeZone, fields, ...given }: Input): AccountChanges {
  const wanted = Object.entries({ ...given, time_zone: timeZone }).filter(
    ([column, value]) => value !== undefined && !isDeepStrictEqual(value, row[column as keyof AccountRow]),
  );
  const others = Object.fromEntries(wanted);
  if (fields === undefined || isDeepStrictEqual(fields, row.fields)) return others;
  return { ...others, fields: JSON.stringify(fields) };
}
