import { IPv4, IPv6, parse } from "ipaddr.js";

const globalUnicast = IPv6.parse("2000::");

/**
 * Whether an address, as a resolver or an address bar gives it, belongs to the public internet. Judged by its bits, never
 * by its spelling. What carries another address inside (v4-mapped, NAT64, 6to4, Teredo) is not public, whatever it carries.
 */
export function isPublicAddress(address: string): boolean {
  // An address with a zone is one of this machine's own networks.
  if (address.includes("%")) return false;
  const parsed = IPv4.isValidFourPartDecimal(address) || IPv6.isValid(address) ? parse(address) : undefined;
  if (parsed === undefined) return false;
  if (parsed instanceof IPv6 && !parsed.match(globalUnicast, 3)) return false;
  return parsed.range() === "unicast";
}
