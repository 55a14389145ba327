// What is going on: in a room, and in the whole workspace.
export { statisticsFeature } from "./feature.ts";
