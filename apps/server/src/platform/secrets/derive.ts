import { hkdfSync } from "node:crypto";

export function derive(root: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", root, new Uint8Array(), purpose, 32));
}

/** Keys by purpose. Purposes are a handful of words in our code, never input: the map stays small. */
export function deriveByPurpose(root: Uint8Array, use: string): (purpose: string) => Uint8Array {
  const made = new Map<string, Uint8Array>();
  return (purpose) => {
    const key = made.get(purpose) ?? derive(root, `${use}:${purpose}`);
    made.set(purpose, key);
    return key;
  };
}
