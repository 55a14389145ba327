import { accounts } from "@althing/contract";
import { system } from "../../../kernel/actor.ts";
import type { OutsideAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import type { Platform } from "../../../kernel/platform.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { arrivals } from "../arrivals.ts";
import { verificationLetter } from "../jobs/send-verification.ts";
import { mayRegister } from "../policy.ts";
import { isSetupToken, needsSetupToken } from "../setup.ts";
import { grantWithAccount, openSession } from "../signing-in.ts";
import { hasOwner, lockOwnership } from "../store/accounts.ts";
import { viewRef } from "../views.ts";
import { createPerson } from "./create-accounts.ts";

type Input = (typeof accounts.register.input)["_zod"]["output"];

export const register: OutsideAction<typeof accounts.register> = async (platform, { input, request }) => {
  // Before the costly hash, so that who may not register cannot keep the server busy.
  await platform.read(async (tx) => requireEntry(platform, tx, input, !(await hasOwner(tx))));
  const passwordHash = await platform.passwords.hash(input.password);
  const { session, workspaceId } = await platform.write(system, async (tx) => {
    const isOwner = await isFirst(tx);
    requireEntry(platform, tx, input, isOwner);
    const row = await createPerson(tx, { ...input, passwordHash, isOwner });
    const { workspaceName, invitation } = input;
    const workspaceId = await arrivals.current.settle(tx, viewRef(row), { workspaceName, invitation });
    await tx.enqueue(verificationLetter, { accountId: row.id });
    const session = await openSession(tx, { accountId: row.id, kind: input.session }, request);
    return { session, workspaceId };
  });
  return grantWithAccount(platform, session, workspaceId);
};

/** Of two who come first at once, one waits here for the other and is then the second. */
async function isFirst(tx: WriteTx): Promise<boolean> {
  if (await hasOwner(tx)) return false;
  await lockOwnership(tx);
  return !(await hasOwner(tx));
}

function requireEntry(platform: Platform, { knowledge }: Pick<WriteTx, "knowledge">, input: Input, isFirst: boolean) {
  const isInvited = input.invitation !== undefined;
  if (!mayRegister(knowledge.signup, { isFirst, isInvited })) fail(accounts.SignupClosed);
  if (isFirst && needsSetupToken(platform) && !isSetupToken(platform, input.setupToken ?? "")) {
    fail(accounts.SetupTokenRequired);
  }
}
