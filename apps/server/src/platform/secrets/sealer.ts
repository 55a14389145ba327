/**
 * Sealed text under a ring of keys: `v2.<key id>.<wrapped data key>.<body>`. Each text has a data key of its own, which the
 * first key of the ring wraps; both parts are bound to the purpose and the place of the text. A rotation wraps data keys
 * anew and leaves bodies as they are. `v1.<key id>.<body>`, from before there were data keys, still opens.
 */
import { randomBytes } from "node:crypto";
import { decrypt, encrypt, NotSealedHere } from "./cipher.ts";
import { deriveByPurpose } from "./derive.ts";
import type { SealingKeys } from "./key-ring.ts";

export type Sealer = {
  /** Of the keys held; the first one seals. */
  readonly keyIds: readonly [string, ...string[]];
  seal(purpose: string, plaintext: string, associatedData: string): string;
  open(purpose: string, sealed: string, associatedData: string): string;
  /** The same text under the key that seals. */
  rewrap(purpose: string, sealed: string, associatedData: string): string;
};

export const keyIdOf = (sealed: string): string => sealed.split(".", 2)[1] ?? "";

/** How texts begin that need no rewrapping. */
export const sealedBy = (keyId: string): string => `v2.${keyId}.`;

export function createSealer(keys: SealingKeys): Sealer {
  // One for each use: were they the same, a wrapped data key would open as a text, to whoever may read that text.
  const held = new Map(
    keys.map(({ id, key }) => [id, { wrapping: deriveByPurpose(key, "wrap"), sealing: deriveByPurpose(key, "seal") }]),
  );
  const [first, ...others] = keys;
  const keyId = first.id;
  const requireHeld = (id: string) => {
    const key = held.get(id);
    if (!key) throw new Error("The text was sealed by a key that is not held.");
    return key;
  };
  const wrap = (purpose: string, dataKey: Uint8Array, associatedData: string) =>
    sealedBy(keyId) + encrypt(requireHeld(keyId).wrapping(purpose), dataKey, associatedData);
  const keyTo = (purpose: string, { id, wrapped }: Parts, associatedData: string) =>
    wrapped === undefined
      ? requireHeld(id).sealing(purpose)
      : decrypt(requireHeld(id).wrapping(purpose), wrapped, associatedData);

  const sealer: Sealer = {
    keyIds: [keyId, ...others.map(({ id }) => id)],
    seal(purpose, plaintext, associatedData) {
      const dataKey = randomBytes(32);
      return `${wrap(purpose, dataKey, associatedData)}.${encrypt(dataKey, plaintext, associatedData)}`;
    },
    open(purpose, sealed, associatedData) {
      const parts = partsOf(sealed);
      return decrypt(keyTo(purpose, parts, associatedData), parts.body, associatedData).toString("utf8");
    },
    rewrap(purpose, sealed, associatedData) {
      const parts = partsOf(sealed);
      return parts.wrapped === undefined
        ? sealer.seal(purpose, sealer.open(purpose, sealed, associatedData), associatedData)
        : `${wrap(purpose, keyTo(purpose, parts, associatedData), associatedData)}.${parts.body}`;
    },
  };
  return sealer;
}

type Parts = { id: string; wrapped: string | undefined; body: string };

const partCounts: Readonly<Record<string, number>> = { v1: 1, v2: 2 };

function partsOf(sealed: string): Parts {
  const [version = "", id = "", ...parts] = sealed.split(".");
  if (partCounts[version] !== parts.length) throw new NotSealedHere();
  const [body = "", wrapped] = parts.reverse();
  return { id, wrapped, body };
}
