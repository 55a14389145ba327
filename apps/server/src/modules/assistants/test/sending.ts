// Files as people of the tests send them to assistants: a picture, a document, a text, a voice note.
import type { files, rooms } from "@althing/contract";
import type { Person } from "@althing/testkit";
import sharp from "sharp";
import type { Harbour } from "./harbour.ts";

export const picture = async (width = 120, height = 80): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(
    await sharp({ create: { width, height, channels: 3, background: { r: 20, g: 90, b: 160 } } })
      .png()
      .toBuffer(),
  );

export const words = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
export const document = words(`%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n`);

/** Silence, as a recorder writes it: one second is 8,000 samples of a byte. */
export function recording(seconds: number): Uint8Array<ArrayBuffer> {
  const length = seconds * 8_000;
  const bytes = Buffer.alloc(44 + length, 0x80);
  bytes.write("RIFF", 0);
  bytes.writeUInt32LE(36 + length, 4);
  bytes.write("WAVEfmt ", 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(8_000, 24);
  bytes.writeUInt32LE(8_000, 28);
  bytes.writeUInt16LE(1, 32);
  bytes.writeUInt16LE(8, 34);
  bytes.write("data", 36);
  bytes.writeUInt32LE(length, 40);
  return new Uint8Array(bytes);
}

async function upload(
  { workspaceId }: Pick<Harbour, "workspaceId">,
  person: Person,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<files.FileId> {
  const { id } = await person.files.createFile({ workspaceId, name, sizeBytes: bytes.byteLength });
  return (await person.files.uploadFile({ fileId: id, offset: 0 }, { bytes })).id;
}

export async function sayWith(
  harbour: Pick<Harbour, "workspaceId">,
  person: Person,
  roomId: rooms.RoomId,
  body: string,
  files: Record<string, Uint8Array<ArrayBuffer>>,
) {
  const attachmentIds: files.FileId[] = [];
  for (const [name, bytes] of Object.entries(files)) attachmentIds.push(await upload(harbour, person, name, bytes));
  return person.messages.sendMessage({ roomId, body, attachmentIds });
}
