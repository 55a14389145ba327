export { requireCanary, sealCanary } from "./canary.ts";
export { parseMasterKey } from "./master-key.ts";
export { openSecrets } from "./open-secrets.ts";
export { createPasswords, type Passwords } from "./passwords.ts";
export type { Secrets } from "./secrets.ts";
