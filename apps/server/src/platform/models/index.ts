export type * from "./model.ts";
export { ModelFault } from "./model-fault.ts";
export { createModels } from "./models.ts";
