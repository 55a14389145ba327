/** Why a letter was not sent. */
export class MailFault extends Error {
  override readonly name = "MailFault";

  constructor(
    message: string,
    /** False where the same letter would be refused again: an address that does not exist, a letter that is too large. */
    readonly isTemporary: boolean,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
