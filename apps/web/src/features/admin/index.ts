// The installation, for whoever owns it.
export { adminFeature } from "./feature.ts";
