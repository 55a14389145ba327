// What bytes are, told by the bytes alone: never by a name or by what the sender says.
import { fileTypeFromBlob } from "file-type";
import { type Content, contentOf, text, unknown } from "../policy.ts";

const headBytes = 65_536;
const mostSeconds = 5;

export async function recognise(bytes: Blob): Promise<Content> {
  const limits = { signal: AbortSignal.timeout(mostSeconds * 1_000), maxBufferSize: 16 * 1024 * 1024 };
  const found = await fileTypeFromBlob(bytes, limits).catch(() => undefined);
  const content = found ? contentOf(found.mime) : unknown;
  if (content.kind === "video") return listen(bytes, content);
  if (content.kind !== "other") return content;
  return (await isText(bytes)) ? text : content;
}

/** The containers of video also hold what has no pictures, such as a voice note; the tracks are named near the beginning. */
async function listen(bytes: Blob, content: Content): Promise<Content> {
  const head = Buffer.from(await bytes.slice(0, headBytes).arrayBuffer()).toString("latin1");
  const isHeard = content.mediaType === "video/webm" ? /A_(?:OPUS|VORBIS)/ : /hdlr.{8}soun/s;
  const isSeen = content.mediaType === "video/webm" ? /V_(?:VP|AV1|MPEG)/ : /hdlr.{8}vide/s;
  if (!isHeard.test(head) || isSeen.test(head)) return content;
  return contentOf(content.mediaType === "video/webm" ? "audio/webm" : "audio/mp4");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what no text has.
const noText = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

/** UTF-8 from beginning to end, without what only machines write. */
async function isText(bytes: Blob): Promise<boolean> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of bytes.stream() as unknown as AsyncIterable<Uint8Array>) {
      if (noText.test(decoder.decode(chunk, { stream: true }))) return false;
    }
    return !noText.test(decoder.decode());
  } catch {
    return false;
  }
}
