import type { files } from "@althing/contract";

/** About how high attachments will stand, in pixels, told before what draws them is there. */
export function roomFor(attachments: readonly files.Attachment[]): number {
  const pictures = attachments.filter(({ kind }) => kind === "image");
  const [only] = pictures;
  const { width, height } = only ?? {};
  const alone = width && height ? height * Math.min(1, 400 / width, 320 / height) : 240;
  const grid = pictures.length === 2 ? 200 : 300;
  const others = attachments.length - pictures.length;
  return (pictures.length === 1 ? alone : only ? grid : 0) + others * 64;
}
