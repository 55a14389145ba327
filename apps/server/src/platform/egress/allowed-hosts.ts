import { isIP } from "node:net";
import { type IPv4, type IPv6, isValidCIDR, parse, parseCIDR } from "ipaddr.js";

/** What an operator lets through although it is not public: a host by its name, or a network. */
type AllowedHost = { readonly port: number | undefined } & (
  | { readonly name: string }
  | { readonly network: [IPv4 | IPv6, number] }
);

export type AllowedHosts = { allow(host: string, address: string, port: number): boolean };

/** Reads `ollama.internal`, `ollama.internal:11434`, `10.0.0.0/8`, `10.1.2.3:80`, `::1` or `[fd00::/8]:443`. */
export function parseAllowedHost(text: string): AllowedHost | undefined {
  const [, bracketed, plain = "", digits] = /^(?:\[([^\]]+)\]|([^:[\]]+))(?::(\d{1,5}))?$/.exec(text) ?? [];
  const host = (bracketed ?? (plain || text)).toLowerCase();
  const port = digits === undefined ? undefined : Number(digits);
  if (port !== undefined && (port < 1 || port > 65_535)) return undefined;
  const cidr = isIP(host) === 0 ? host : `${host}/${isIP(host) === 4 ? 32 : 128}`;
  if (isValidCIDR(cidr)) return { network: parseCIDR(cidr), port };
  return /^[a-z\d_]([a-z\d._-]*[a-z\d_])?$/.test(host) && /[^\d.]/.test(host) ? { name: host, port } : undefined;
}

export function createAllowedHosts(list: readonly string[]): AllowedHosts {
  const entries = list.flatMap((text) => parseAllowedHost(text) ?? []);
  return {
    allow: (host, address, port) =>
      entries.some((entry) => {
        if (entry.port !== undefined && entry.port !== port) return false;
        return "name" in entry ? entry.name === host : isWithin(address, entry.network);
      }),
  };
}

function isWithin(address: string, [network, bits]: [IPv4 | IPv6, number]): boolean {
  if (isIP(address) === 0) return false;
  const parsed = parse(address);
  return parsed.kind() === network.kind() && parsed.match(network, bits);
}
