/** Why a file was not even begun. What the server refuses is told by its failure. */
export class FileRefused extends Error {
  override readonly name = "FileRefused";
  readonly reason: "empty" | "folder" | "tooMany" | "unreadable";

  constructor(reason: FileRefused["reason"]) {
    super(reason);
    this.reason = reason;
  }
}
