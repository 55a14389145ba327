/** Keys, signatures and sealed text, all derived by purpose from two roots: one signs, the other encrypts. */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";

export type Secrets = {
  /** 32 bytes for one purpose, such as a session's signature. */
  key(purpose: string): Uint8Array;
  sign(purpose: string, text: string): string;
  verify(purpose: string, text: string, mac: string): boolean;
  /** Encrypts; only the same purpose and associated data (say, the row's id) open it again. */
  seal(purpose: string, plaintext: string, associatedData: string): string;
  /** Throws where the text was changed, moved, or sealed by a key not held any more. */
  open(purpose: string, sealed: string, associatedData: string): string;
};

export type Roots = {
  readonly signing: Uint8Array;
  /** The first one seals; the others, from before a rotation, still open. */
  readonly sealing: readonly [SealingKey, ...SealingKey[]];
};

export type SealingKey = { readonly id: string; readonly key: Uint8Array };

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export function createSecrets({ signing, sealing }: Roots): Secrets {
  const keyOf = rememberByPurpose((purpose) => derive(signing, `key:${purpose}`));
  const macKeyOf = rememberByPurpose((purpose) => derive(signing, `mac:${purpose}`));
  const sealers = new Map(
    sealing.map(({ id, key }) => [id, rememberByPurpose((purpose) => derive(key, `seal:${purpose}`))]),
  );
  const currentId = sealing[0].id;

  const keyToSeal = (id: string, purpose: string) => {
    const sealer = sealers.get(id);
    if (!sealer) throw new Error("The text was sealed by a key that is not held.");
    return sealer(purpose);
  };
  const sign = (purpose: string, text: string) => createHmac("sha256", macKeyOf(purpose)).update(text).digest();

  return {
    key: keyOf,
    sign: (purpose, text) => sign(purpose, text).toString("base64url"),
    verify(purpose, text, mac) {
      const [expected, given] = [sign(purpose, text), Buffer.from(mac, "base64url")];
      return expected.length === given.length && timingSafeEqual(expected, given);
    },
    seal(purpose, plaintext, associatedData) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", keyToSeal(currentId, purpose), nonce).setAAD(
        Buffer.from(associatedData),
      );
      const sealed = Buffer.concat([nonce, cipher.update(plaintext, "utf8"), cipher.final(), cipher.getAuthTag()]);
      return `v1.${currentId}.${sealed.toString("base64url")}`;
    },
    open(purpose, sealed, associatedData) {
      const [version, id = "", body = ""] = sealed.split(".");
      const bytes = Buffer.from(body, "base64url");
      if (version !== "v1" || bytes.length < NONCE_BYTES + TAG_BYTES) throw new Error("The text was not sealed here.");
      const nonce = bytes.subarray(0, NONCE_BYTES);
      const decipher = createDecipheriv("aes-256-gcm", keyToSeal(id, purpose), nonce, { authTagLength: TAG_BYTES })
        .setAAD(Buffer.from(associatedData))
        .setAuthTag(bytes.subarray(-TAG_BYTES));
      return decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES), undefined, "utf8") + decipher.final("utf8");
    },
  };
}

/** Two roots that tell nothing of each other, from one master key. */
export function rootsOf(masterKey: Uint8Array): Roots {
  const id = Buffer.from(derive(masterKey, "althing:key-id")).toString("hex").slice(0, 8);
  return {
    signing: derive(masterKey, "althing:signing"),
    sealing: [{ id, key: derive(masterKey, "althing:sealing") }],
  };
}

function derive(root: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", root, new Uint8Array(), purpose, 32));
}

/** Purposes are a handful of words in our code, never input: the map stays small. */
function rememberByPurpose(make: (purpose: string) => Uint8Array): (purpose: string) => Uint8Array {
  const made = new Map<string, Uint8Array>();
  return (purpose) => {
    const key = made.get(purpose) ?? make(purpose);
    made.set(purpose, key);
    return key;
  };
}
