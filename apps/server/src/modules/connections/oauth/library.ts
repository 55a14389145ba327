/** The client of OAuth that comes with the protocol's; loaded with the first sign-in, since every start would pay for it. */
export const loadOAuth = () => import("@modelcontextprotocol/client");
