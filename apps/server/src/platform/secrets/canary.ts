import { StartupFault } from "../startup-fault.ts";
import type { Secrets } from "./secrets.ts";

const SONG = "althing";

/** Kept in the database, so that a start with other secrets is noticed before anything is read or sealed with them. */
export function sealCanary(secrets: Secrets): string {
  return secrets.seal("canary", SONG, "canary");
}

export function requireCanary(secrets: Secrets, sealed: string): void {
  if (!sings(secrets, sealed)) {
    throw new StartupFault(
      "secrets_mismatch",
      "The secrets are not those the database was written with: restore ALTHING_MASTER_KEY or secrets.json.",
    );
  }
}

function sings(secrets: Secrets, sealed: string): boolean {
  try {
    return secrets.open("canary", sealed, "canary") === SONG;
  } catch {
    return false;
  }
}
