/** Who is really calling, where proxies stand between: an address that can be limited and logged, not one that was claimed. */
import { BlockList, isIP } from "node:net";

/** Networks in CIDR notation or single addresses, made ready to be asked. */
export type Networks = { has(address: string): boolean };

export function createNetworks(cidrs: readonly string[]): Networks {
  const list = new BlockList();
  for (const cidr of cidrs) {
    const [network = "", prefix] = cidr.split("/");
    const family = familyOf(network);
    list.addSubnet(network, Number(prefix ?? (family === "ipv4" ? 32 : 128)), family);
  }
  const isEmpty = cidrs.length === 0;
  return { has: (address) => !isEmpty && list.check(address, familyOf(address)) };
}

/**
 * The right-most hop that is not a trusted proxy: everything left of it is the caller's own claim. A hop that is no
 * address ends the chain at the proxy that passed it on.
 */
export function clientAddress(socketAddress: string, xForwardedFor: string | undefined, trusted: Networks): string {
  let client = normalizeAddress(socketAddress) ?? socketAddress;
  if (!xForwardedFor || !trusted.has(client)) return client;
  for (const hop of xForwardedFor.split(",").reverse()) {
    const address = normalizeAddress(withoutPort(hop.trim()));
    if (!address) break;
    client = address;
    if (!trusted.has(client)) break;
  }
  return client;
}

/** One spelling for one address: IPv6 in short form, v4-mapped as IPv4, without a zone. */
export function normalizeAddress(text: string): string | undefined {
  const family = isIP(text);
  if (family === 4) return text;
  if (family === 0) return undefined;
  const short = new URL(`http://[${text.replace(/%.*$/, "")}]`).hostname.slice(1, -1);
  const mapped = /^::ffff:([0-9a-f]+):([0-9a-f]+)$/.exec(short);
  if (!mapped) return short;
  const [high, low] = [Number.parseInt(mapped[1] ?? "", 16), Number.parseInt(mapped[2] ?? "", 16)];
  return [high >> 8, high & 255, low >> 8, low & 255].join(".");
}

/** What a normalized address is limited by: whoever has an IPv6 address commands its whole /64. */
export function networkKey(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = [], tail] = address.split("::").map((part) => part.split(":").filter(Boolean));
  const zeros = Array.from({ length: 8 - head.length - (tail?.length ?? 0) }, () => "0");
  return `${[...head, ...zeros, ...(tail ?? [])].slice(0, 4).join(":")}::/64`;
}

/** `1.2.3.4:80` and `[::1]:80` are how some proxies write a hop. */
function withoutPort(hop: string): string {
  return /^\[(.*)\](?::\d+)?$/.exec(hop)?.[1] ?? hop.replace(/^([\d.]+):\d+$/, "$1");
}

const familyOf = (address: string) => (address.includes(":") ? "ipv6" : "ipv4");
