// Who reaches a server from outside must not become its owner by being first: that takes a token that only its log has shown.
import type { Platform } from "../../kernel/platform.ts";
import { isLoopback } from "./policy.ts";
import { hasOwner } from "./store/accounts.ts";

const purpose = "setup token";
const subject = "the first account";

export const needsSetupToken = ({ config }: Platform): boolean => !isLoopback(config.http.host);

/** What the first account must show where the server listens beyond this machine. */
const setupToken = ({ secrets }: Platform): string => secrets.sign(purpose, subject);

export const isSetupToken = ({ secrets }: Platform, token: string): boolean => secrets.verify(purpose, subject, token);

export async function greeting(platform: Platform): Promise<string[]> {
  if (!needsSetupToken(platform) || (await platform.read(hasOwner))) return [];
  return [`The first account will own this installation; it needs the set-up token ${setupToken(platform)}`];
}
