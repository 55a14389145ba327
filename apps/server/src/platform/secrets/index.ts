export { requireCanary, sealCanary } from "./canary.ts";
export { hintOf, type SecretHint } from "./hint.ts";
export { parseMasterKey } from "./master-key.ts";
export { openSecrets } from "./open-secrets.ts";
export { createPasswords, type Passwords } from "./passwords.ts";
export { defineSealed, type RowName, type SealedColumn } from "./sealed-column.ts";
export type { Secrets } from "./secrets.ts";
