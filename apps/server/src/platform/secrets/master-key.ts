const minBytes = 32;

/** The newest first. */
export type MasterKeys = readonly [Uint8Array, ...Uint8Array[]];

/** What stands between commas or on lines; undefined where one is weak, or stands there twice. */
export function parseMasterKeys(texts: readonly string[]): MasterKeys | undefined {
  const keys = texts.flatMap((text) => parseMasterKey(text) ?? []);
  const areOnce = new Set(keys.map((key) => Buffer.from(key).toString("hex"))).size === texts.length;
  const [first, ...others] = keys;
  return first && areOnce ? [first, ...others] : undefined;
}

/** The bytes of a key written in hex or base64, or undefined where they are few or look thought up rather than drawn. */
export function parseMasterKey(text: string): Uint8Array | undefined {
  const bytes = decode(text.trim());
  return bytes && bytes.length >= minBytes && looksRandom(bytes, text) ? bytes : undefined;
}

function decode(text: string): Uint8Array | undefined {
  if (/^(?:[0-9a-f]{2})+$/i.test(text)) return Buffer.from(text, "hex");
  return /^[\w+/-]+={0,2}$/.test(text) ? Buffer.from(text, "base64") : undefined;
}

/** What 32 drawn bytes practically never are: few different ones, in even steps, all printable, or a well-known word. */
function looksRandom(bytes: Uint8Array, text: string): boolean {
  const steps = bytes.map((byte, index) => byte - (bytes[index - 1] ?? 0));
  const isPrintable = bytes.every((byte) => byte >= 0x20 && byte < 0x7f);
  const isWorded = /change-?me|password|secret|example|althing|master-?key/i.test(text);
  return new Set(bytes).size >= 16 && new Set(steps).size >= 16 && !isPrintable && !isWorded;
}
