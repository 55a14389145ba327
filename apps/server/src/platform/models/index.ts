export type * from "./model.ts";
export { ModelFault, type ModelFaultKind } from "./model-fault.ts";
export { createModels, type ModelsOptions } from "./models.ts";
