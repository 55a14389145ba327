// Tools: where they come from, which may be used, what is said of them, how they fare, and running one by hand.
export { toolsFeature } from "./feature.ts";
