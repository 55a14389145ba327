// Models: providers with their keys, which models may be used by whom, what was spent, and how much may be.
export * from "./bill.ts";
export * from "./budget.ts";
export * from "./choice.ts";
export * from "./connecting.ts";
export * from "./events.ts";
export * from "./model.ts";
export * from "./provider.ts";
export * from "./transcription.ts";
export * from "./usage.ts";
