export { parseAllowedHost } from "./allowed-hosts.ts";
export { createEgress, type Egress } from "./egress.ts";
export { EgressFailed, EgressRefused } from "./egress-fault.ts";
export { mayBearSecrets } from "./secret-address.ts";
