// The contract as documents: for readers, for other languages and for tools. Pure: nothing here reads a file or a clock.
export { type AsyncApiDocument, asyncapi } from "./asyncapi.ts";
export { errorsOf, eventsOf, type Modules, moduleOf, permissionsOf, routesOf } from "./catalog.ts";
export {
  type Answer,
  type OpenApiDocument,
  type Operation,
  operationsOf,
  type Parameter,
  type PlacedOperation,
  type Reference,
} from "./document.ts";
export { errorPath, failuresOf } from "./failures.ts";
export { type DocumentOptions, openapi } from "./openapi.ts";
export { type PostmanCollection, postman } from "./postman.ts";
export { type JsonSchema, Schemas } from "./schemas.ts";
