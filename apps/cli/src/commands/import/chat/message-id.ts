const encoder = new TextEncoder();

/**
 * The id of an imported message: its time and a hash of where it stands, in the shape of a UUIDv7. The same line of the
 * same file always has the same id in a room, so an import can be repeated; in another room it is another message.
 */
export async function messageIdOf(place: {
  roomId: string;
  source: string;
  line: number;
  at: number;
}): Promise<string> {
  const name = encoder.encode(`${place.roomId}\n${place.source}\n${place.line}`);
  const hash = new DataView(await crypto.subtle.digest("SHA-256", name));
  const time = hex(Math.max(0, place.at), 12);
  const version = hex(0x7000 | (hash.getUint16(0) & 0x0fff), 4);
  const variant = hex(0x8000 | (hash.getUint16(2) & 0x3fff), 4);
  const rest = hex(hash.getUint16(4), 4) + hex(hash.getUint32(6), 8);
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}-${rest}`;
}

const hex = (value: number, length: number): string => value.toString(16).padStart(length, "0");
