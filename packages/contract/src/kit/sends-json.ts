import type { RouteDef } from "./route.ts";

/** Whether the input is sent as JSON in a body, but for what the path names; else it is in the query. */
export const sendsJson = ({ method, body }: RouteDef): boolean =>
  body !== "bytes" && method !== "GET" && method !== "DELETE";
