import type { files } from "@althing/contract";
import { plainText } from "./markdown/index.ts";

/** A message in one line, without markup; what it brings, where it says nothing. */
export const excerptOf = ({
  body,
  attachments,
}: {
  readonly body: string;
  readonly attachments: readonly Pick<files.Attachment, "name">[];
}): string => plainText(body) || attachments.map(({ name }) => name).join(", ");
