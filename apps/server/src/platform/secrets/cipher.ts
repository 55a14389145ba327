// AES-256-GCM as text: nonce, ciphertext and tag in base64url.
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const algorithm = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;

export function encrypt(key: Uint8Array, plaintext: Uint8Array | string, associatedData: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(associatedData));
  const body = typeof plaintext === "string" ? cipher.update(plaintext, "utf8") : cipher.update(plaintext);
  return Buffer.concat([nonce, body, cipher.final(), cipher.getAuthTag()]).toString("base64url");
}

/** Throws where a single character is another one, or the associated data are. */
export function decrypt(key: Uint8Array, text: string, associatedData: string): Buffer {
  const bytes = Buffer.from(text, "base64url");
  // Decoding forgives what is no base64url and loose bits at the end; neither was written here.
  if (bytes.length < nonceBytes + tagBytes || bytes.toString("base64url") !== text) throw new NotSealedHere();
  const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
    .setAAD(Buffer.from(associatedData))
    .setAuthTag(bytes.subarray(-tagBytes));
  return Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]);
}

export class NotSealedHere extends Error {
  constructor() {
    super("The text was not sealed here.");
  }
}
