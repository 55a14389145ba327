import { createHmac, timingSafeEqual } from "node:crypto";
import { deriveByPurpose } from "./derive.ts";

export type Signer = {
  /** 32 bytes for one purpose, such as a session's signature. */
  key(purpose: string): Uint8Array;
  sign(purpose: string, text: string): string;
  verify(purpose: string, text: string, mac: string): boolean;
};

export function createSigner(root: Uint8Array): Signer {
  const macKeyOf = deriveByPurpose(root, "mac");
  const sign = (purpose: string, text: string) => createHmac("sha256", macKeyOf(purpose)).update(text).digest();
  return {
    key: deriveByPurpose(root, "key"),
    sign: (purpose, text) => sign(purpose, text).toString("base64url"),
    verify(purpose, text, mac) {
      const [expected, given] = [sign(purpose, text), Buffer.from(mac, "base64url")];
      return expected.length === given.length && timingSafeEqual(expected, given);
    },
  };
}
