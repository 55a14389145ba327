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
