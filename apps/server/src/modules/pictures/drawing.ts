// Decodes what people send and draws it anew: of the bytes that came nothing is kept but what there was to see.
import { createHash } from "node:crypto";
import { pictures } from "@althing/contract";
import { fail } from "../../kernel/failure.ts";
import { loadDecoder } from "./decoder.ts";

/** How a picture is drawn. One that is shown `whole` keeps its proportions and is never enlarged. */
export type Frame = { limitBytes: number; sizePx: number; fit: "square" | "whole"; animated: boolean };
type Picture = { hash: string; bytes: Buffer; animated: boolean };

const limitPixels = pictures.pictureLimits.pixels;
const mostSeconds = 5;

/** Fails with PictureUnreadable or PictureTooLarge, whatever the bytes are. */
export async function drawPicture(base64: string, { limitBytes, sizePx, fit, animated }: Frame): Promise<Picture> {
  const given = Buffer.from(base64, "base64");
  if (given.byteLength > limitBytes) fail(pictures.PictureTooLarge, { limitBytes, limitPixels });
  const sharp = await loadDecoder();
  const unreadable = () => fail(pictures.PictureUnreadable);
  if (given.byteLength === 0) unreadable();
  const { width, height, pages = 1 } = await sharp(given, { limitInputPixels: false }).metadata().catch(unreadable);
  const frames = animated ? pages : 1;
  if (width * height * frames > limitPixels) fail(pictures.PictureTooLarge, { limitBytes, limitPixels });
  const { data: bytes } = await sharp(given, { animated, limitInputPixels: limitPixels })
    .autoOrient()
    .resize(sizePx, sizePx, fit === "square" ? { fit: "cover" } : { fit: "inside", withoutEnlargement: true })
    .webp()
    .timeout({ seconds: mostSeconds })
    .toBuffer({ resolveWithObject: true })
    .catch(unreadable);
  return { hash: createHash("sha256").update(bytes).digest("hex"), bytes, animated: frames > 1 };
}
