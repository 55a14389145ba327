import type { Knowledge } from "../../kernel/tx.ts";

/** Whether someone may make an account by themselves. The first of an installation always may. */
export function mayRegister(
  signup: Knowledge["signup"],
  { isFirst, isInvited }: { isFirst: boolean; isInvited: boolean },
): boolean {
  return isFirst || signup === "open" || (signup === "invite" && isInvited);
}

/** Whether only programs of this machine can reach an address that a server listens on. */
export const isLoopback = (host: string): boolean => host === "localhost" || host === "::1" || host.startsWith("127.");

export const accessTokenSeconds = 15 * 60;
export const refreshTokenSeconds = 30 * 86_400;
/** Two tabs that refresh at once present the same cookie; an answer that was lost is asked for again. */
export const cookieGraceSeconds = 30;
export const linkSeconds = { verify_email: 3 * 86_400, reset_password: 3_600 } as const;
