import { lookup } from "node:dns/promises";
import type { AllowedHosts } from "./allowed-hosts.ts";
import { EgressFailed, EgressRefused } from "./egress-fault.ts";
import { isPublicAddress } from "./public-address.ts";
import type { Target } from "./target.ts";

export type Resolve = (name: string) => Promise<readonly string[]>;

/** By IPv4 first: a machine without IPv6 finds that out only after a long wait. */
export const lookupAll: Resolve = async (name) =>
  (await lookup(name, { all: true, order: "ipv4first" })).map(({ address }) => address);

/** More than these are not tried. */
const triedAddresses = 4;

/** The addresses of a target that may be connected to. The name is not asked for again, so it cannot change its mind. */
export async function requireAddresses(target: Target, allowed: AllowedHosts, resolve: Resolve): Promise<string[]> {
  const { host, port, isAddress } = target;
  const addresses = isAddress ? [host] : await resolve(host).catch(() => []);
  if (addresses.length === 0) throw new EgressFailed("unknown_name", host);
  const open = addresses.filter((address) => isPublicAddress(address) || allowed.allow(host, address, port));
  if (open.length === 0) throw new EgressRefused("not_public", host);
  return open.slice(0, triedAddresses);
}
