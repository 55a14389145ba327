/**
 * Whom a source knows somebody as. Sources with `oauth` want a token of the person in whose name a call is made; how one comes
 * by it is another module's, which registers here, and says `resumeAfterSignIn` once somebody has one.
 */
import type { AccountId, tools } from "@althing/contract";
import type { Platform } from "../../kernel/platform.ts";
import { ToolFault } from "./calls/fault.ts";
import type { SourceRow } from "./tables.ts";

/** What whoever signs somebody in must know of a source. */
export type SignInSource = Pick<SourceRow, "id" | "workspace_id" | "title" | "connection">;
export type SignInQuestion = { readonly accountId: AccountId; readonly source: SignInSource };

export type SignInAnswer =
  | { readonly kind: "token"; readonly token: string }
  | ({ readonly kind: "needs_sign_in" } & NonNullable<tools.ToolCall["signIn"]>);

export type SignIns = {
  bearerFor(platform: Platform, question: SignInQuestion): Promise<SignInAnswer>;
  /**
   * The source refused the token: with its `WWW-Authenticate`, if it sent one. Gives another token, with which the request is
   * made once more (it was certainly not carried out), or says that a sign-in is needed.
   */
  refused(
    platform: Platform,
    question: SignInQuestion & { readonly token: string | undefined; readonly challenge: string | null },
  ): Promise<SignInAnswer>;
};

const nobody: SignIns = {
  bearerFor: async () => refuse(),
  refused: async () => refuse(),
};

function refuse(): never {
  throw new ToolFault("sign_in_refused", "Nobody can sign in to this source here.");
}

let registered = nobody;

export const signIns = {
  register(one: SignIns): void {
    registered = one;
  },
  get current(): SignIns {
    return registered;
  },
};
