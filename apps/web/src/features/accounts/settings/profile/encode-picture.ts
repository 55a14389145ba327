import { pictures } from "@althing/contract";
import { readBase64 } from "../../../../connection/index.ts";

const sidePixels = 512;

/** A picture as the server takes it. What is too large for it is drawn smaller first, so that photos just work. */
export async function encodePicture(file: Blob): Promise<string> {
  return readBase64(file.size > pictures.pictureLimits.avatarBytes ? await shrink(file) : file);
}

async function shrink(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file);
  const scale = sidePixels / Math.min(picture.width, picture.height);
  const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale));
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: "image/webp", quality: 0.9 });
}
