import type { Signer } from "./signer.ts";

/** What the program does with keys without ever holding one: signatures and sealed texts, by purpose. */
export type Secrets = Signer & {
  /** Encrypts; only the same purpose and associated data open it again. For a row's column see `defineSealed`. */
  seal(purpose: string, plaintext: string, associatedData: string): string;
  /** Throws where the text was changed, moved, or sealed by a key not held any more. */
  open(purpose: string, sealed: string, associatedData: string): string;
};
