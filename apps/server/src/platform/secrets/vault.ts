// The secrets as they are in force: the keys beneath may be exchanged while the server runs.
import type { Database } from "../database/index.ts";
import type { KeyRing } from "./key-ring.ts";
import { createSealer, type Sealer } from "./sealer.ts";
import type { Secrets } from "./secrets.ts";
import { createSigner } from "./signer.ts";
import { keepSigningRoot } from "./signing-root.ts";

export type Vault = Secrets & {
  readonly sealer: Sealer;
  /** Reads the keys again. Where they do not fit the database, it throws and goes on with those that it has. */
  reload(): Promise<void>;
};

export type VaultParts = { database: Database; readRing: () => Promise<KeyRing> };

export async function openVault({ database, readRing }: VaultParts): Promise<Vault> {
  async function load() {
    const { signing, sealing } = await readRing();
    const sealer = createSealer(sealing);
    const signer = createSigner(await keepSigningRoot(database, sealer, signing));
    return { sealer, signer };
  }
  let held = await load();
  let last: Promise<void> = Promise.resolve();

  return {
    key: (purpose) => held.signer.key(purpose),
    sign: (purpose, text) => held.signer.sign(purpose, text),
    verify: (purpose, text, mac) => held.signer.verify(purpose, text, mac),
    seal: (purpose, plaintext, associatedData) => held.sealer.seal(purpose, plaintext, associatedData),
    open: (purpose, sealed, associatedData) => held.sealer.open(purpose, sealed, associatedData),
    get sealer() {
      return held.sealer;
    },
    reload() {
      // One after the other: what was read later must not give way to what was read before.
      const next = async () => {
        held = await load();
      };
      last = last.then(next, next);
      return last;
    },
  };
}
