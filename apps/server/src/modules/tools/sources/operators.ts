import type { Platform } from "../../../kernel/platform.ts";
import { OperatorServers } from "../mcp/operator-servers.ts";

const known = new WeakMap<Platform, OperatorServers>();

/** Processes belong to the server that started them, so each has one set of them. */
export function operatorServersOf(platform: Platform): OperatorServers {
  const servers = known.get(platform) ?? new OperatorServers();
  known.set(platform, servers);
  return servers;
}
