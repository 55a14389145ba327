// Pictures to send, as base64, and what one gets to see of what was kept.
import sharp, { type Sharp } from "sharp";

const encoded = async (picture: Sharp): Promise<string> => (await picture.toBuffer()).toString("base64");

/** One color, in the format asked for; black where none is named. */
export const plain = (format: "png" | "jpeg" | "webp" | "gif", side = 300, background = "#000000"): Promise<string> =>
  encoded(sharp({ create: { width: side, height: side, channels: 3, background } }).toFormat(format));

/** Frames that differ, each `side` by twice that. */
export function animated(format: "gif" | "webp", frames: number, side = 200): Promise<string> {
  const frameBytes = side * side * 2 * 3;
  const raw = Buffer.alloc(frameBytes * frames);
  for (let frame = 0; frame < frames; frame++) raw.fill(frame * 60, frame * frameBytes, (frame + 1) * frameBytes);
  const shape = { width: side, height: side * 2 * frames, channels: 3 as const, pageHeight: side * 2 };
  return encoded(sharp(raw, { raw: shape }).toFormat(format, { delay: Array.from({ length: frames }, () => 100) }));
}

/** A photograph that tells where it was taken, and stands on its side. */
export const photograph = (): Promise<string> =>
  encoded(
    sharp({ create: { width: 400, height: 200, channels: 3, background: "#336699" } })
      .withExif({ IFD0: { Artist: "Ana Secret" }, IFD3: { GPSLatitude: "54/1 19/1 0/1" } })
      .withMetadata({ orientation: 6 })
      .jpeg(),
  );

export const text = (content: string): string => Buffer.from(content).toString("base64");

export async function fetchPicture(serverUrl: string, url: string) {
  const response = await fetch(serverUrl + url);
  const bytes = Buffer.from(await response.arrayBuffer());
  const { format, width, height, pages, exif } = await sharp(bytes).metadata();
  return { response, bytes, seen: { format, width, height, pages, exif } };
}
