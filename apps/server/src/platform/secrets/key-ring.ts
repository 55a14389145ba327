import { derive } from "./derive.ts";
import type { MasterKeys } from "./master-key.ts";

export type SealingKey = { readonly id: string; readonly key: Uint8Array };

/** The first one seals; the others, from before a rotation, still open. */
export type SealingKeys = readonly [SealingKey, ...SealingKey[]];

/** Two roots that tell nothing of each other: what signs is never what encrypts. */
export type KeyRing = {
  /** Signs where the database holds no root of signatures yet. */
  readonly signing: Uint8Array;
  readonly sealing: SealingKeys;
};

/** The oldest key gives what signs: an installation that is told of its second key already signs by the first. */
export function ringOf([first, ...others]: MasterKeys): KeyRing {
  return {
    signing: derive(others.at(-1) ?? first, "althing:signing"),
    sealing: [sealingKeyOf(first), ...others.map(sealingKeyOf)],
  };
}

const sealingKeyOf = (masterKey: Uint8Array): SealingKey => ({
  id: Buffer.from(derive(masterKey, "althing:key-id")).toString("hex").slice(0, 8),
  key: derive(masterKey, "althing:sealing"),
});
