import { isIP } from "node:net";
import { EgressRefused } from "./egress-fault.ts";

/** Where a request wants to go, read once and by one parser: what is checked is what is connected to. */
export type Target = {
  readonly url: URL;
  /** A name in lower case without a dot at its end, or an address without brackets. */
  readonly host: string;
  readonly isAddress: boolean;
  readonly port: number;
  readonly isSecure: boolean;
};

export function requireTarget(address: string | URL): Target {
  if (!URL.canParse(String(address))) throw new EgressRefused("address");
  const url = new URL(address);
  const isSecure = url.protocol === "https:";
  if (!isSecure && url.protocol !== "http:") throw new EgressRefused("scheme");
  if (url.username !== "" || url.password !== "") throw new EgressRefused("credentials");
  const host = url.hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  if (host === "") throw new EgressRefused("address");
  const port = url.port === "" ? (isSecure ? 443 : 80) : Number(url.port);
  return { url, host, isAddress: isIP(host) !== 0, port, isSecure };
}
