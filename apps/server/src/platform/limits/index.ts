export { clientAddress, createNetworks, type Networks, networkKey, normalizeAddress } from "./client-address.ts";
export { rateLimitHeaders } from "./headers.ts";
export { createLimiter, type Limiter } from "./limiter.ts";
export { forgetEmptyPlaces, Places, placeMigrations } from "./places.ts";
