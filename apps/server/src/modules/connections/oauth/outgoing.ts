import { connections } from "@althing/contract";
import { fail } from "../../../kernel/failure.ts";
import type { Platform } from "../../../kernel/platform.ts";
import { EgressFailed, EgressRefused } from "../../../platform/egress/index.ts";

/** Descriptions of services and their answers are small; who is slow is given up. */
export const fetchOf = ({ egress }: Platform): typeof fetch => egress.fetcher({ maxBytes: 262_144, timeoutMs: 10_000 });

/** What goes wrong on the way to a service is told as that; anything else is the caller's to read. */
export function failUnreachable(error: unknown): never {
  if (error instanceof EgressFailed || error instanceof EgressRefused) fail(connections.SignInUnreachable);
  throw error;
}
