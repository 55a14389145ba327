// What kinds of contents there are, and which of them a browser may show.
import type { files } from "@althing/contract";

/** Pictures that are drawn anew, so that nothing else is in them. */
const images: ReadonlySet<string> = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);

/** What is heard and seen by a player, which runs nothing. */
const audio: ReadonlySet<string> = new Set([
  "audio/aac",
  "audio/flac",
  "audio/mp4",
  "audio/mpeg",
  "audio/ogg",
  "audio/wav",
  "audio/webm",
]);
const video: ReadonlySet<string> = new Set(["video/mp4", "video/ogg", "video/quicktime", "video/webm"]);

/** Where the same contents go by several names. */
const sameAs: Readonly<Record<string, string>> = {
  "application/ogg": "audio/ogg",
  "audio/opus": "audio/ogg",
  "audio/vnd.wave": "audio/wav",
  "audio/x-flac": "audio/flac",
  "audio/x-m4a": "audio/mp4",
  "audio/x-wav": "audio/wav",
  "image/apng": "image/png",
  "video/x-m4v": "video/mp4",
};

/** What a browser or a reader would run. */
const active = /html|[/+]xml|script|svg|shockwave|x-msdownload/;
export const unknownType = "application/octet-stream";
const textType = "text/plain";

export type Content = { readonly mediaType: string; readonly kind: files.FileKind };

export const unknown: Content = { mediaType: unknownType, kind: "other" };
export const text: Content = { mediaType: textType, kind: "text" };

/** The contents of a media type that was found in the bytes. */
export function contentOf(found: string): Content {
  const plain = found.split(";")[0]?.trim() ?? "";
  const mediaType = sameAs[plain] ?? plain;
  if (images.has(mediaType)) return { mediaType, kind: "image" };
  if (audio.has(mediaType)) return { mediaType, kind: "audio" };
  if (video.has(mediaType)) return { mediaType, kind: "video" };
  if (mediaType === "application/pdf") return { mediaType, kind: "pdf" };
  return active.test(mediaType) ? unknown : { mediaType, kind: "other" };
}

/** The header that says whether a browser shows the contents or saves them, and under which name. */
export function dispositionOf(content: Content, name: string): string {
  const shown = content.kind === "image" || content.kind === "audio" || content.kind === "video";
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const whole = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `${shown ? "inline" : "attachment"}; filename="${plain}"; filename*=UTF-8''${whole}`;
}

/** The type that contents are served as: what a browser does not show it need not know. */
export function servedType({ mediaType, kind }: Content): string {
  if (kind === "text") return `${textType}; charset=utf-8`;
  return kind === "other" ? unknownType : mediaType;
}
