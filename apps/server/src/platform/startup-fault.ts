/** Why the server cannot start, in words for its operator; it is printed without a stack. */
export class StartupFault extends Error {
  override readonly name = "StartupFault";

  constructor(
    readonly code: string,
    message: string,
    readonly exitCode: number = 1,
  ) {
    super(message);
  }
}
