// How often a password may be tried, for each account and from each network, whatever the account.
import { errors, limits } from "@althing/contract";
import { fail } from "../../kernel/failure.ts";
import type { Platform } from "../../kernel/platform.ts";
import { networkKey } from "../../platform/limits/index.ts";

/**
 * Counts an attempt before it is made, so that many at once count too, and gives a function that takes it back once the
 * password proved right. `subject` is what is being opened, whether or not there is such an account.
 */
export async function countAttempt(
  { limiter }: Platform,
  subject: string,
  address: string,
): Promise<() => Promise<void>> {
  const counted = [
    [limits.wrongPassword, subject],
    [limits.wrongPasswordFrom, networkKey(address)],
  ] as const;
  for (const [limit, key] of counted) {
    const { allowed, resetSeconds } = await limiter.consume(limit, key);
    if (!allowed) fail(errors.RateLimited, { retryAfterSeconds: resetSeconds });
  }
  return async () => {
    for (const [limit, key] of counted) await limiter.consume(limit, key, -1);
  };
}
