export { createAllowedHosts, parseAllowedHost } from "./allowed-hosts.ts";
export { createEgress, type Egress, type EgressOptions, type EgressPolicy } from "./egress.ts";
export { EgressFailed, type EgressFailure, type EgressRefusal, EgressRefused } from "./egress-fault.ts";
