// What the program does with keys without ever holding one: signatures and sealed texts, by purpose.
import { derive } from "./derive.ts";
import { createSealer, type SealingKeys } from "./sealer.ts";
import { createSigner, type Signer } from "./signer.ts";

export type Secrets = Signer & {
  /** Encrypts; only the same purpose and associated data open it again. For a row's column see `defineSealed`. */
  seal(purpose: string, plaintext: string, associatedData: string): string;
  /** Throws where the text was changed, moved, or sealed by a key not held any more. */
  open(purpose: string, sealed: string, associatedData: string): string;
};

/** Two roots that tell nothing of each other: what signs is never what encrypts. */
export type KeyRing = { readonly signing: Uint8Array; readonly sealing: SealingKeys };

export const createSecrets = ({ signing, sealing }: KeyRing): Secrets => ({
  ...createSigner(signing),
  ...createSealer(sealing),
});

/** Of master keys, the newest first. */
export function ringOf(masterKeys: readonly [Uint8Array, ...Uint8Array[]]): KeyRing {
  const [first, ...others] = masterKeys;
  return {
    signing: derive(others.at(-1) ?? first, "althing:signing"),
    sealing: [sealingKeyOf(first), ...others.map(sealingKeyOf)],
  };
}

const sealingKeyOf = (masterKey: Uint8Array) => ({
  id: Buffer.from(derive(masterKey, "althing:key-id")).toString("hex").slice(0, 8),
  key: derive(masterKey, "althing:sealing"),
});
