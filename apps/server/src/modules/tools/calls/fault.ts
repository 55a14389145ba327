import type { tools } from "@althing/contract";

/** A call that came to nothing, with a sentence for the person and the model; nothing secret is in it. */
export class ToolFault extends Error {
  constructor(
    readonly kind: tools.ToolFailureKind,
    message: string,
    /** What the tool said before it failed, which is data from outside. */
    readonly output?: string,
  ) {
    super(message);
  }
}

/** The person must sign in at the source before it can go on. */
export class SignInNeeded extends Error {
  constructor(readonly signIn: NonNullable<tools.ToolCall["signIn"]>) {
    super("A sign-in is needed");
  }
}

/** 401, or 403 for want of a scope: nothing was carried out. */
export class Unauthorized extends Error {
  constructor(readonly challenge: string | null) {
    super("The source wants to know who asks");
  }
}

export function faultOfStatus(status: number): ToolFault {
  if (status === 401 || status === 403) return new ToolFault("sign_in_refused", `The source refuses us (${status}).`);
  if (status === 429) return new ToolFault("rate_limited", "The source is asked too often; try again later.");
  return new ToolFault("upstream", `The source answered with ${status}.`);
}
