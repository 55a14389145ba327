import { createLog } from "../telemetry/index.ts";
import { createEgress, type EgressOptions } from "./egress.ts";
import type { EgressFailed, EgressRefused } from "./egress-fault.ts";

export const lines: string[] = [];
const log = createLog({ level: "trace", destination: { write: (line: string) => void lines.push(line) } });

export const policy = { maxBytes: 100_000, timeoutMs: 5_000 };

/** A way out that may reach this machine, unless told. */
export const open = (options: Partial<EgressOptions> = {}) =>
  createEgress({ allowedHosts: () => ["127.0.0.1", "::1"], log, ...options });

/** The kind of fault that a request ends in, its reading included; or what was answered. */
export async function outcomeOf(answer: Promise<Response>): Promise<string> {
  try {
    return await (await answer).text();
  } catch (error) {
    const { name, kind } = error as EgressRefused | EgressFailed;
    return `${name}: ${kind}`;
  }
}
