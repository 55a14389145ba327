// Files that people of the journeys send, made here so that none lie in the tree.

import { crc32, deflateSync } from "node:zlib";
import type { messages, rooms, workspaces } from "@althing/contract";
import type { Person } from "@althing/testkit/harbour";
import type { Locator } from "@playwright/test";

type Given = { name: string; mimeType: string; buffer: Buffer };

/** A picture of evening over water, so large. */
export function picture(name: string, width = 640, height = 400, hue = 0): Given {
  const row = (y: number): number[] => {
    const down = y / height;
    const isSea = down > 0.62;
    return Array.from({ length: width }, (_, x) => {
      const wave = isSea ? 12 * Math.sin(x / 9 + y * y * 0.01) : 0;
      const sun = Math.max(0, 90 - Math.hypot(x - width * 0.7, (y - height * 0.5) * 1.2) / 2);
      const [red, green, blue] = isSea ? [30, 70, 110] : [250 - 120 * down, 170 - 60 * down, 120 + 90 * down];
      return [red + sun + wave + hue, green + sun * 0.6 + wave, blue + wave - hue].map((one) =>
        Math.max(0, Math.min(255, Math.round(one))),
      );
    }).flat();
  };
  const pixels = Buffer.from(Array.from({ length: height }, (_, y) => [0, ...row(y)]).flat());
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  const parts = [chunk("IHDR", header), chunk("IDAT", deflateSync(pixels)), chunk("IEND", Buffer.alloc(0))];
  const sign = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return { name, mimeType: "image/png", buffer: Buffer.concat([sign, ...parts]) };
}

export const text = (name: string, content: string): Given => ({
  name,
  mimeType: "text/plain",
  buffer: Buffer.from(content),
});

/** A second of silence, as a recorder writes it. */
export function voiceNote(name: string): Given {
  const length = 8_000;
  const buffer = Buffer.alloc(44 + length, 0x80);
  buffer.write("RIFF", 0);
  buffer.writeUInt32LE(36 + length, 4);
  buffer.write("WAVEfmt ", 8);
  buffer.writeUInt32LE(16, 16);
  buffer.writeUInt16LE(1, 20);
  buffer.writeUInt16LE(1, 22);
  buffer.writeUInt32LE(8_000, 24);
  buffer.writeUInt32LE(8_000, 28);
  buffer.writeUInt16LE(1, 32);
  buffer.writeUInt16LE(8, 34);
  buffer.write("data", 36);
  buffer.writeUInt32LE(length, 40);
  return { name, mimeType: "audio/wav", buffer };
}

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

type Said = { workspaceId: workspaces.WorkspaceId; roomId: rooms.RoomId; body?: string; files: readonly Given[] };

/** Someone sends a message with files, past the app. */
export async function sendFiles(
  person: Person,
  { workspaceId, roomId, body = "", files }: Said,
): Promise<messages.Message> {
  const attachmentIds = [];
  for (const { name, buffer } of files) {
    const { id } = await person.files.createFile({ workspaceId, name, sizeBytes: buffer.length });
    await person.files.uploadFile({ fileId: id, offset: 0 }, { bytes: new Uint8Array(buffer) });
    attachmentIds.push(id);
  }
  return person.messages.sendMessage({ roomId, body, attachmentIds });
}

/** Gives files to a page as a paste or a drop does. */
export async function hand(
  target: Locator,
  how: "paste" | "dragover" | "drop",
  files: readonly Given[],
): Promise<void> {
  const given = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, bytes: buffer.toString("base64") }));
  await target.evaluate(
    (element, [kind, all]) => {
      const data = new DataTransfer();
      for (const { name, mimeType, bytes } of all)
        data.items.add(
          new File([Uint8Array.from(atob(bytes), (sign) => sign.charCodeAt(0))], name, { type: mimeType }),
        );
      const options = { bubbles: true, cancelable: true };
      element.dispatchEvent(
        kind === "paste"
          ? new ClipboardEvent(kind, { ...options, clipboardData: data })
          : new DragEvent(kind, { ...options, dataTransfer: data }),
      );
    },
    [how, given] as const,
  );
}
