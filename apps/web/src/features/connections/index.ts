// Where one has signed in for tools, and the pages that lead there and back.
export { connectionsFeature } from "./feature.ts";
