import { errors } from "@althing/contract";
import type { AccountRef } from "@althing/contract/accounts";
import { fail } from "./failure.ts";

/** Who asks. Rights follow from this value alone, which is passed explicitly everywhere. */
export type Actor =
  | { readonly kind: "account"; readonly account: AccountRef; readonly sessionId: string }
  | { readonly kind: "system" }
  | { readonly kind: "anonymous" };

export type AccountActor = Extract<Actor, { kind: "account" }>;

export const anonymous: Actor = { kind: "anonymous" };
export const system: Actor = { kind: "system" };

export function requireAccount(actor: Actor): AccountActor {
  return actor.kind === "account" ? actor : fail(errors.Unauthenticated);
}

export const actorId = (actor: Actor): string | null => (actor.kind === "account" ? actor.account.id : null);
