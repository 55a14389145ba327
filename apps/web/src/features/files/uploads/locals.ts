// What this page sent itself it need not fetch: pictures are shown from here, and messages on their way with them.
import type { files } from "@althing/contract";

export type Local = { readonly url: string; readonly attachment: files.Attachment };

const urls = new Map<string, string>();
const attachments = new Map<string, files.Attachment>();

export function rememberLocal(id: string, file: Blob): string {
  const url = urls.get(id) ?? URL.createObjectURL(file);
  urls.set(id, url);
  return url;
}

export function forgetLocal(id: string): void {
  const url = urls.get(id);
  if (url) URL.revokeObjectURL(url);
  urls.delete(id);
}

export const localUrlOf = (id: string): string | undefined => urls.get(id);

export const rememberAttachment = (attachment: files.Attachment): unknown => attachments.set(attachment.id, attachment);
export const attachmentOf = (id: string): files.Attachment | undefined => attachments.get(id);
