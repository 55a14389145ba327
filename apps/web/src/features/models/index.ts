// AI models: whose keys they run with, who may use them, what they cost, and how much may be spent.
export { modelsFeature } from "./feature.ts";
export { readDollars, useDollars, writeDollars } from "./use-dollars.ts";
