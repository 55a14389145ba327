/**
 * Pictures are decoded within limits and drawn anew, upright: of the bytes that came nothing is kept but what there was to
 * see, so neither where it was taken nor anything that hangs on behind. One at a time, since each takes much memory.
 */
import { files } from "@althing/contract";
import { loadDecoder } from "../../pictures/index.ts";

const { pixels: limitInputPixels, previewPixels } = files.fileLimits;
const mostSeconds = 30;

export type Drawing = { original: Buffer; preview: Buffer; width: number; height: number };

let last: Promise<unknown> = Promise.resolve();

/** What came of it; `unreadable` where the bytes are no picture after all. */
export function drawImage(bytes: Blob): Promise<Drawing | "unreadable" | "too large"> {
  const next = last.then(() => draw(bytes));
  last = next.catch(() => undefined);
  return next;
}

async function draw(bytes: Blob): Promise<Drawing | "unreadable" | "too large"> {
  const sharp = await loadDecoder();
  const given = Buffer.from(await bytes.arrayBuffer());
  const seen = await sharp(given, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
  if (!seen) return "unreadable";
  const { format, pages = 1, isPalette } = seen;
  if (seen.width * (seen.pageHeight ?? seen.height) * pages > limitInputPixels) return "too large";
  const anew = (animated: boolean) => sharp(given, { animated, limitInputPixels }).timeout({ seconds: mostSeconds });
  try {
    const upright = anew(pages > 1).autoOrient();
    const drawn = await inFormat(upright, format, isPalette).toBuffer({ resolveWithObject: true });
    const preview = await anew(false)
      .autoOrient()
      .resize(previewPixels, previewPixels, { fit: "inside", withoutEnlargement: true })
      .webp()
      .toBuffer();
    const { width, height, pageHeight } = drawn.info;
    return { original: drawn.data, preview, width, height: pageHeight ?? height };
  } catch {
    return "unreadable";
  }
}

type Sharp = ReturnType<Awaited<ReturnType<typeof loadDecoder>>>;

/** As it came, so that an animation goes on moving and a drawing keeps its sharp edges. */
function inFormat(picture: Sharp, format: string, hasPalette: boolean): Sharp {
  if (format === "jpeg") return picture.jpeg({ quality: 90 });
  if (format === "webp") return picture.webp({ quality: 90 });
  return format === "gif" ? picture.gif() : picture.png({ palette: hasPalette });
}
